package build

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/file"
	"charts/internal/kind"
	"charts/internal/manifest"
	"charts/internal/spec"
)

// A specCard is what a run has to know of a figure that it does not draw. Those of
// specs without problems stand in the user's cache folder, by the contents of their
// files, so that of a thousand figures a run for one parses one. As with memos, it
// is a short cut alone: a spec without a card is parsed.
type specCard struct {
	Title  string
	Number string // in the report, or ""
	Forms  []chart.Form
	Report bool     // it reads a report
	Names  []string // that it tells apart by colour
	Said   bool     // its spec says the names; otherwise its values do:
	Files  []string // the side files that it names
	Read   string   // the key of the values that the names were read from, or ""
}

// cardOf is the card of a whole figure, without the text of its file.
func cardOf(f *spec.Figure) specCard {
	c := specCard{Title: strings.Clone(f.Title.V), Number: strings.Clone(f.Number.V), Forms: formsOf(f), Report: f.Data.OfReport()}
	names, said := kind.SpecNames(f)
	for _, n := range names {
		c.Names = append(c.Names, strings.Clone(n))
	}
	c.Said, c.Files = said, sideFiles(f.Data)
	return c
}

// readNames takes down the names that were read from values of a key.
func (c *specCard) readNames(names []string, key string) {
	if c.Names, c.Read = nil, key; key == "" {
		return
	}
	for _, n := range names {
		c.Names = append(c.Names, strings.Clone(n))
	}
}

// valuesKey is the same where the reports and the side files of a figure are the
// same, or "" where names are not to be kept: a strict run has fewer of them.
func valuesKey(p *Project, files []string) string {
	if p.strict {
		return ""
	}
	var key []string
	for _, d := range p.Documents {
		key = append(key, d.Name, d.Path, p.hashOf(d.Path))
	}
	for _, f := range files {
		if p.hashOf(side(p, f)) == "" {
			if _, err := p.readSide(f); err != nil {
				return ""
			}
		}
		key = append(key, p.hashOf(side(p, f)))
	}
	return file.Sum([]byte(manifest.Line(key)))
}

// A cardBox holds the cards of a project by the hashes of its specs.
type cardBox struct {
	path  string // "": there is no cache folder
	cards map[string]specCard
}

// openCards reads the cards of the specs of a folder under a configuration, as this
// very program wrote them.
func openCards(specs, config string) (b cardBox) {
	cache, err1 := os.UserCacheDir()
	dir, err2 := filepath.Abs(specs)
	program, err3 := identity()
	if err1 != nil || err2 != nil || err3 != nil {
		return b
	}
	b.path = filepath.Join(cache, "charts", "specs", file.Sum([]byte(manifest.Line([]string{program, dir, config}))))
	if src, err := file.Read(b.path, file.MaxOutput); err == nil && json.Unmarshal(src, &b.cards) != nil {
		b.cards = nil
	}
	return b
}

// keep writes the cards of figures that had no problem, unless nothing is new. What
// keeps it from it is no problem: the next run parses all.
func (b cardBox) keep(sources map[string]*Source, hash func(path string) string) {
	cards := map[string]specCard{}
	fresh := false
	for _, s := range sources {
		if !s.sound {
			continue
		}
		h := hash(s.Path)
		old, known := b.cards[h]
		fresh, cards[h] = fresh || !known || old.Read != s.Read, s.specCard
	}
	if !fresh || b.path == "" {
		return
	}
	if text, err := json.Marshal(cards); err == nil && file.Write(b.path, text) == nil {
		forget(filepath.Dir(b.path))
	}
}

// passing reports whether a run for some ids only passes a figure.
func passing(ids []string, id string) bool { return len(ids) > 0 && !slices.Contains(ids, id) }
