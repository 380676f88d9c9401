package spec

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"

	"charts/internal/message"
)

// Schema is the JSON Schema of all specs: $defs holds figure, dashboard, project,
// theme, audit and tables, described in a language. It accepts what the parser accepts; only what YAML alone can do
// wrong (repeated words, tags, tabs), and how numbers stand to one another, is beyond it.
func Schema(l message.Language) []byte {
	b := schemaBuilder{l}
	figure, dashboard, project := b.figure(), b.object(reflect.TypeFor[Dashboard]()), b.object(reflect.TypeFor[Project]())
	theme, audit, tables := b.object(reflect.TypeFor[Theme]()), b.object(reflect.TypeFor[Audit]()), b.object(reflect.TypeFor[Tables]())
	dashboard.AnyOf = []*schema{needs("figures"), needs("sections"), needs("cards")}
	project.Type = types{"object", "null"}
	theme.Type = types{"object", "null"}
	audit.Type = types{"object", "null"}
	tables.Type = types{"object", "null"}
	root := &schema{
		Dialect: "https://json-schema.org/draft/2020-12/schema", ID: "urn:charts:specs",
		Title: "specs of charts",
		AnyOf: []*schema{ref("figure"), ref("dashboard"), ref("project"), ref("theme"), ref("audit"), ref("tables")},
		Defs: properties{
			{"figure", figure}, {"dashboard", dashboard}, {"project", project}, {"theme", theme}, {"audit", audit}, {"tables", tables},
			{"data", b.data()}, {"patch", b.patch()}, {"input", b.input()},
		},
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(root); err != nil {
		panic(err) // the schema is made of our own types alone
	}
	return out.Bytes()
}

// A schemaBuilder follows the types as the decoder does.
type schemaBuilder struct{ language message.Language }

// object is the schema of a struct of words.
func (b schemaBuilder) object(t reflect.Type) *schema {
	s := &schema{Type: types{"object"}, Additional: never}
	for _, f := range fieldsOf(t) {
		p := b.value(t.Field(f.index).Type, f)
		p.Description = f.meaning().In(b.language)
		if example := f.example.In(b.language); example != "" {
			p.Examples = []json.RawMessage{jsonOf(example)}
		}
		s.Properties = append(s.Properties, property{f.name, p})
		if f.required && t != reflect.TypeFor[Figure]() {
			s.Required = append(s.Required, f.name)
		}
	}
	if t == reflect.TypeFor[Reference]() {
		line, band := without("from", "to"), without("value", "without")
		line.Required, band.Required = []string{"value"}, []string{"from", "to"}
		s.OneOf = []*schema{line, band}
	}
	if t == reflect.TypeFor[TableHint]() {
		caption, lines, page := without("lines", "page", "box"), without("table", "page", "box"), without("table", "lines")
		caption.Required, lines.Required, page.Required = []string{"table"}, []string{"lines"}, []string{"page", "box"}
		s.OneOf = []*schema{caption, lines, page}
	}
	return s
}

// value is the schema of one word; the cases are those of [decoder.value].
func (b schemaBuilder) value(t reflect.Type, f field) *schema {
	switch t {
	case reflect.TypeFor[At[string]]():
		return b.text(f)
	case reflect.TypeFor[At[bool]]():
		return &schema{Type: types{"boolean"}}
	case reflect.TypeFor[At[int]]():
		return &schema{Type: types{"integer"}, Minimum: json.Number(f.min), Maximum: json.Number(f.max)}
	case reflect.TypeFor[At[float64]]():
		return &schema{Type: types{"number"}, Minimum: json.Number(f.min), Maximum: json.Number(f.max)}
	case reflect.TypeFor[[]At[float64]]():
		return b.list(&schema{Type: types{"number"}}, f)
	case reflect.TypeFor[[]At[string]]():
		return b.list(b.text(f), f)
	case reflect.TypeFor[[]Record]():
		return b.list(mapOf(&schema{Type: types{"string", "number", "null"}}), f)
	case reflect.TypeFor[[]Rename]():
		return b.list(&schema{AnyOf: []*schema{textOf(true), mapOf(textOf(true))}}, f)
	case reflect.TypeFor[[]Color]():
		return mapOf(&schema{Type: types{"string", "number"}, Pattern: forms["tint"].pattern.String()})
	case reflect.TypeFor[[]Exception]():
		return mapOf(&schema{Type: types{"string"}, Pattern: forms["reason"].pattern.String()})
	case reflect.TypeFor[[]Wording]():
		return mapOf(textOf(false))
	case reflect.TypeFor[[]Var]():
		s := mapOf(textOf(true))
		s.Names = &schema{Pattern: forms["var"].pattern.String()}
		return s
	case reflect.TypeFor[[]NamedInput]():
		return mapOf(ref("input"))
	case reflect.TypeFor[[]Number]():
		s := mapOf(b.object(reflect.TypeFor[Number]()))
		s.Names = &schema{Pattern: forms["var"].pattern.String()}
		return s
	case reflect.TypeFor[[]Report]():
		return &schema{AnyOf: []*schema{textOf(false), listOf(oneOrList(textOf(false))), mapOf(oneOrList(textOf(true)))}}
	case reflect.TypeFor[Data]():
		return ref("data")
	}
	return b.composite(t, f)
}

func (b schemaBuilder) composite(t reflect.Type, f field) *schema {
	if t.Kind() == reflect.Slice {
		return b.list(b.words(t.Elem()), f)
	}
	return b.words(t)
}

// words is a struct of words, or the one field that may stand for it.
func (b schemaBuilder) words(t reflect.Type) *schema {
	for _, f := range fieldsOf(t) {
		if f.short {
			return &schema{AnyOf: []*schema{b.value(t.Field(f.index).Type, f), b.object(t)}}
		}
	}
	return b.object(t)
}

func (b schemaBuilder) list(item *schema, f field) *schema {
	if least, err := strconv.Atoi(f.min); err == nil {
		s := listOf(item)
		s.MinItems = least
		s.MaxItems, _ = strconv.Atoi(f.max)
		return s
	}
	s := oneOrList(item)
	s.AnyOf[1].MaxItems, _ = strconv.Atoi(f.max)
	return s
}

// text is the schema of one text.
func (b schemaBuilder) text(f field) *schema {
	switch {
	case f.name == "chart":
		return b.kinds()
	case f.number:
		return &schema{AnyOf: []*schema{{Type: types{"number"}}, {Enum: choicesJSON(f.enum)}}}
	case f.enum != nil:
		return &schema{Enum: choicesJSON(f.enum)}
	case f.form == "format": // 0 and 0.0 are numbers to YAML
		return &schema{AnyOf: []*schema{{Type: types{"string"}, MinLength: 1, Pattern: forms[f.form].pattern.String()}, {Const: json.RawMessage("0")}}}
	case f.form != "":
		return &schema{Type: types{"string"}, Pattern: forms[f.form].pattern.String()}
	}
	return textOf(f.blank)
}

// choicesJSON lists the allowed texts; true and false may be the truth values
// too.
func choicesJSON(enum []string) []json.RawMessage {
	var list []json.RawMessage
	for _, c := range enum {
		if c == "true" || c == "false" {
			list = append(list, json.RawMessage(c))
		}
		list = append(list, json.RawMessage(strconv.Quote(c)))
	}
	return list
}

func (b schemaBuilder) kinds() *schema {
	s := &schema{}
	for _, k := range Kinds {
		s.OneOf = append(s.OneOf, &schema{Const: json.RawMessage(strconv.Quote(k.Name)), Title: k.Title.In(b.language), Description: k.Doc.In(b.language)})
	}
	return s
}

// patch is data as a figure that extends another writes it: no source, or one,
// and beside a source only what belongs to it.
func (b schemaBuilder) patch() *schema {
	s := b.object(reflect.TypeFor[Data]())
	for _, src := range sources {
		then := &schema{}
		for _, p := range s.Properties {
			if p.name != src.name && !slices.Contains(src.beside, p.name) {
				then.Properties = append(then.Properties, property{p.name, never})
			}
		}
		if src.name == "values" {
			then.Required = []string{"source"}
		}
		s.AllOf = append(s.AllOf, &schema{If: needs(src.name), Then: then})
	}
	return s
}

// data has a source.
func (b schemaBuilder) data() *schema {
	s := ref("patch")
	for _, src := range sources {
		s.AnyOf = append(s.AnyOf, needs(src.name))
	}
	s.If, s.Then = needs("by"), needs("history")
	return s
}

// input is data for SQL, and no SQL itself.
func (b schemaBuilder) input() *schema {
	s := without("sql", "inputs")
	s.Ref = "#/$defs/data"
	return s
}

// figure is a figure with the rules of each kind.
func (b schemaBuilder) figure() *schema {
	s := b.object(reflect.TypeFor[Figure]())
	whole := &schema{Properties: properties{{"data", ref("data")}}}
	for i, f := range fieldsOf(reflect.TypeFor[Figure]()) {
		if f.name == "data" {
			s.Properties[i].schema.Ref = "#/$defs/patch"
		}
		if f.required {
			whole.Required = append(whole.Required, f.name)
		}
	}
	s.AllOf = []*schema{{If: needs("extends"), Else: whole}}
	for _, k := range Kinds {
		is := &schema{Properties: properties{{"chart", &schema{Const: json.RawMessage(strconv.Quote(k.Name))}}}, Required: []string{"chart"}}
		s.AllOf = append(s.AllOf, &schema{If: is, Then: b.kind(k)})
	}
	return s
}

// kind is what a kind of chart asks of its figure, in a patch and in a whole
// figure.
func (b schemaBuilder) kind(k Kind) *schema {
	var strangers []string
	for _, name := range slices.Concat(roleNames, optional) {
		if _, ok := k.role(name); !ok && !slices.Contains(k.Options, name) {
			strangers = append(strangers, name)
		}
	}
	s := without(strangers...)
	size := forms["size"].pattern.String()
	if _, ok := k.role("size"); !ok {
		s.Properties = append(s.Properties, property{"size", &schema{Type: types{"string"}, Pattern: size}})
	}
	whole := &schema{}
	for _, r := range k.Roles {
		if bounds := r.bounds(); bounds != nil && !(r.Name == "value" && k.sentence()) {
			s.Properties = append(s.Properties, property{r.Name, bounds})
		}
		switch {
		case r.Sentence:
			whole.AnyOf = k.sentenceRule(r)
		case r.Min > 0:
			whole.Required = append(whole.Required, r.Name)
		}
		if r.Name == "size" && r.Min > 0 {
			whole.Properties = append(whole.Properties, property{"size", &schema{Not: &schema{Type: types{"string"}, Pattern: size}}})
		}
	}
	if _, ok := k.role("series"); ok {
		whole.AllOf = []*schema{k.seriesRule()}
	}
	s.If, s.Else = needs("extends"), whole
	return s
}

// sentenceRule wants a category, and with it no more values than the kind takes,
// or else a sentence.
func (k Kind) sentenceRule(category Role) []*schema {
	with := needs(category.Name)
	if value, _ := k.role("value"); value.bounds() != nil {
		with.Properties = properties{{"value", value.bounds()}}
	}
	sentence := &schema{Properties: properties{{"data", needs("text")}}, Required: []string{"data"}, Not: needs(category.Name)}
	return []*schema{with, sentence}
}

// seriesRule allows one value beside a series; without one, a kind that compares
// two values needs two.
func (k Kind) seriesRule() *schema {
	value := func(s *schema) *schema { return &schema{Properties: properties{{"value", s}}} }
	rule := &schema{If: needs("series"), Then: value(&schema{MaxItems: 1})}
	if k.Pair() {
		rule.Else = value(&schema{Type: types{"array"}, MinItems: 2})
	}
	return rule
}

// bounds says how many columns a role takes, nil when any.
func (r Role) bounds() *schema {
	switch {
	case r.Min > 1:
		return &schema{Type: types{"array"}, MinItems: r.Min, MaxItems: r.Max}
	case r.Max > 0 && r.list():
		return &schema{MaxItems: r.Max}
	}
	return nil
}

// list reports whether the word of the role can be a list at all.
func (r Role) list() bool { return r.Name == "value" || r.Name == "path" || r.Name == "columns" }
