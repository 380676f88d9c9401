package dashboard

import (
	_ "embed"
	"encoding/json"
)

// What a page says by itself, word by word in each language.
//
//go:embed words.json
var wordsSource []byte

// Words are what a page and its script say, in the language of the page.
type words struct{ Page, Script map[string]string }

func wordsOf(lang string) words {
	var all struct{ Page, Script map[string]map[string]string }
	if err := json.Unmarshal(wordsSource, &all); err != nil {
		panic(err) // the file is part of this program
	}
	if lang != "en" {
		lang = "zh-CN"
	}
	in := func(some map[string]map[string]string) map[string]string {
		said := map[string]string{}
		for word, by := range some {
			said[word] = by[lang]
		}
		return said
	}
	return words{in(all.Page), in(all.Script)}
}
