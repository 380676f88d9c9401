package spec

import (
	"cmp"
	"reflect"
	"strings"
	"sync"

	"charts/internal/message"
	"charts/internal/regexp"
)

// A field is one word of a mapping, as its struct tags say.
type field struct {
	index                          int
	name, doc, def, form           string
	example                        sample
	required, short, blank, number bool
	list                           bool // of values, where one may stand for a list of one
	enum                           []string
	min, max                       string // numbers, "" for none
}

// A sample is what a word looks like, with the names of a report in the language of
// who reads it.
type sample struct{ english, chinese string }

// In is the sample in a language.
func (s sample) In(l message.Language) string {
	if l == message.Chinese {
		return s.chinese
	}
	return s.english
}

// text is the sample as a hint has it, behind the word that it is of, if any.
func (s sample) text(word string) message.Text {
	switch {
	case s.english == "":
		return message.Text{}
	case word == "":
		return message.Of("%s", s)
	}
	return message.Of("%s", sample{word + ": " + s.english, word + ": " + s.chinese}) // as YAML has it, in Chinese too
}

// fieldsOf lists the words of a struct type in their order. The list is shared:
// reading the tags for every mapping would take most of the time of a spec.
func fieldsOf(t reflect.Type) []field {
	if fields, ok := allFields.Load(t); ok {
		return fields.([]field)
	}
	fields, _ := allFields.LoadOrStore(t, readFields(t))
	return fields.([]field)
}

// allFields are the words of each type that was asked for.
var allFields sync.Map

func readFields(t reflect.Type) []field {
	var fields []field
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		name := tag.Get("yaml")
		if name == "" {
			continue
		}
		_, required := tag.Lookup("required")
		_, short := tag.Lookup("short")
		_, blank := tag.Lookup("blank")
		_, number := tag.Lookup("number")
		fields = append(fields, field{index: i, name: name, doc: tag.Get("doc"), def: tag.Get("default"), example: sample{cmp.Or(tag.Get("english"), tag.Get("example")), tag.Get("example")},
			form: tag.Get("form"), list: t.Field(i).Type.Kind() == reflect.Slice, required: required, short: short, blank: blank, number: number,
			enum: choices(tag.Get("enum")), min: tag.Get("min"), max: tag.Get("max")})
	}
	return fields
}

// meaning is what the word means.
func (f field) meaning() message.Format {
	return message.Format(strings.ReplaceAll(f.doc, "%", "%%"))
}

func choices(enum string) []string {
	switch enum {
	case "":
		return nil
	case "kinds":
		var names []string
		for _, k := range Kinds {
			names = append(names, k.Name)
		}
		return names
	}
	return strings.Split(enum, ",")
}

// A form is a pattern that a text must match, and how to say so.
type form struct {
	pattern *regexp.Regexp
	want    message.Format
}

var sizeForm = regexp.MustCompile(`^([0-9]+(\.[0-9]+)?(x[0-9]+(\.[0-9]+)?)?mm|[1-9][0-9]*x[1-9][0-9]*)$`)

var forms = map[string]form{
	"size":     {sizeForm, "150x90mm, 150mm or 1600x1000 (pixels)"},
	"color":    {regexp.MustCompile(`^#[0-9a-fA-F]{6}$`), `a colour such as "#0f766e"`},
	"tint":     {regexp.MustCompile(`^(#[0-9a-fA-F]{6}|[^#].*)$`), `a colour such as "#0f766e", or a name from theme.yaml`},
	"var":      {regexp.MustCompile(`^[^${}\s]+$`), "a name without blanks, $, { and }"},
	"format":   {regexp.MustCompile(`^((wan|yi|万|亿)( +|$))?(0(,0|,000)?(\.0{1,9})?)?$`), "0, 0.0, 0,0 (in groups of three) or 0,0.00, alone or after wan (万) or yi (亿)"},
	"unit":     {regexp.MustCompile(`^$|^([^(（\[【单]|单[^位])`), "the unit alone, without brackets"},
	"lines":    {regexp.MustCompile(`^[1-9][0-9]{0,8}(-[1-9][0-9]{0,8})?$`), "the first and the last line: 285-292"},
	"database": {regexp.MustCompile(`^([A-Z_][A-Z0-9_]*|[^/\\:][^\\:]*\.(db|sqlite|sqlite3))$`), "the name of an environment variable, such as STATS_DB, or the path of an SQLite file, such as data/stats.sqlite"},
	"reason":   {regexp.MustCompile(`\S`), "words that say why"},
	"number":   {regexp.MustCompile(`^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$`), "a plain number such as 95 or 12.5"},
}
