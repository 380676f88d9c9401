package spec

import (
	"reflect"
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
)

// A Linker makes figures whole: variables get their values, and a figure that
// extends another gets what it does not say itself from there.
type Linker struct {
	Vars []Var
	IDs  []string                // of the figures that can be extended
	Find func(id string) *Figure // one of them as it was read; nil: there is none
}

// Link returns a figure made whole, as a new one; nil with the errors in its own
// file.
func (l Linker) Link(f *Figure) (*Figure, diag.List) {
	chain, problems := l.chain(f)
	if problems.HasErrors() {
		return nil, problems
	}
	last := len(chain) - 1
	g := chain[last]
	for i, patch := range slices.Backward(chain[:last]) {
		g = Extend(g, patch)
		switch problems = g.whole(patch.Extends); {
		case problems.HasErrors() && i > 0:
			return nil, brokenBase(chain[0])
		case problems.HasErrors():
			return nil, problems
		}
	}
	return g, problems
}

// chain is a figure and those that it is on, one after the other, with the
// values of their variables. The problems are those of the first.
func (l Linker) chain(f *Figure) (chain []*Figure, problems diag.List) {
	var ids []string
	for next := f; next != nil; next = l.Find(chain[len(chain)-1].Extends.V) {
		own := *next
		problems = Expand(&own, l.Vars)
		chain, ids = append(chain, &own), append(ids, own.ID)
		switch {
		case problems.HasErrors() && len(chain) == 1:
			return nil, problems
		case own.Extends.V == f.ID:
			return nil, loop(chain[0], ids)
		case len(chain) > maxChain+1:
			return nil, longChain(chain[0])
		case problems.HasErrors() || slices.Contains(ids, own.Extends.V):
			return nil, brokenBase(chain[0])
		case !own.Extends.Set():
			return chain, nil
		}
	}
	if len(chain) > 1 {
		return nil, brokenBase(chain[0])
	}
	return nil, l.noBase(chain[0])
}

// loop says that a figure extends itself, by way of the others.
func loop(f *Figure, ids []string) (problems diag.List) {
	errorAt(&problems, f.Extends, "extends", "the figure extends itself: %s → %s", strings.Join(ids, " → "), f.ID).Hintf("let one of them hold its own chart and data")
	return problems
}

// maxChain is how many figures stand behind one that extends another: each is made
// whole of all behind it.
const maxChain = 20

// longChain says that there are more.
func longChain(f *Figure) (problems diag.List) {
	p := errorAt(&problems, f.Extends, "extends", "more than %d figures stand behind it, each on the next", maxChain)
	p.Hintf("let it extend a figure with a chart and data of its own")
	return problems
}

// brokenBase says that a figure extends one with errors, which its own file tells.
func brokenBase(f *Figure) (problems diag.List) {
	errorAt(&problems, f.Extends, "extends", "the figure %s has errors", quote(f.Extends.V)).Hintf("mend it first")
	return problems
}

// noBase says that a figure extends one that is not there.
func (l Linker) noBase(f *Figure) (problems diag.List) {
	id := f.Extends.V
	p := errorAt(&problems, f.Extends, "extends", "no sound figure %s to extend", quote(id))
	p.Hintf("the figures are %s", message.List(l.IDs))
	if near := diag.Nearest(id, l.IDs); near != "" {
		p.Hintf("did you mean %q?", near)
	}
	return problems
}

// whole checks a figure that was merged from others.
func (f *Figure) whole(extends At[string]) diag.List {
	var problems diag.List
	v := reflect.ValueOf(f).Elem()
	for _, word := range fieldsOf(v.Type()) {
		if word.required && !written(v.Field(word.index)) {
			p := errorAt(&problems, extends, "missing", "the figure has no %s, and %s has none either", word.name, quote(extends.V))
			p.Hintf("add %s: %s", word.name, word.example)
		}
	}
	for _, p := range append(f.Data.check(false), f.check()...) {
		if p.Pos.File != f.Path {
			p.See = append(p.See, diag.Note{Pos: p.Pos, Text: message.Of("it comes from here")})
			p.Pos = extends.Pos
		}
		problems = append(problems, p)
	}
	return problems
}

// Extend returns the base with what the patch says otherwise. Data with a source
// of its own replaces the base's; else its words are merged one by one. A patch
// with another kind of chart loses the roles that the kind does not take.
func Extend(base, patch *Figure) *Figure {
	g := *base
	g.ID, g.Path, g.Extends = patch.ID, patch.Path, At[string]{}
	if kind, ok := FindKind(patch.Chart.V); ok && patch.Chart.V != base.Chart.V {
		g.dropRoles(kind)
	}
	if patch.Data.hasSource() {
		g.Data = Data{}
	}
	merge(reflect.ValueOf(&g).Elem(), reflect.ValueOf(patch).Elem())
	return &g
}

// Whole reports whether the block can be asked for its rows, which it can in a figure
// with errors elsewhere, too.
func (d *Data) Whole() bool { return !d.broken && d.hasSource() }

func (d *Data) hasSource() bool {
	return slices.ContainsFunc(d.parts(), func(p part) bool { return sourceIndex(p.name) >= 0 })
}

// merge copies into v what the patch has written.
func merge(v, patch reflect.Value) {
	if pos := patch.FieldByName("Pos"); pos.IsValid() && !pos.IsZero() {
		v.FieldByName("Pos").Set(pos)
	}
	for _, word := range fieldsOf(v.Type()) {
		to, from := v.Field(word.index), patch.Field(word.index)
		switch {
		case word.name == "extends", !written(from):
		case isWords(from.Type()):
			merge(to, from)
		default:
			to.Set(from)
		}
	}
}

// isWords reports whether t is a struct of words, such as Axis, and no value.
func isWords(t reflect.Type) bool { return t.Kind() == reflect.Struct && len(fieldsOf(t)) > 0 }

// written reports whether the author wrote any of v.
func written(v reflect.Value) bool {
	switch {
	case v.Kind() == reflect.Slice:
		return v.Len() > 0
	case isWords(v.Type()):
		return slices.ContainsFunc(fieldsOf(v.Type()), func(f field) bool { return written(v.Field(f.index)) })
	}
	return !v.FieldByName("Pos").IsZero()
}

// dropRoles clears the roles and options that a kind does not take.
func (f *Figure) dropRoles(kind Kind) {
	v := reflect.ValueOf(f).Elem()
	names := append(slices.Clone(roleNames), optional...)
	for _, word := range fieldsOf(v.Type()) {
		_, taken := kind.role(word.name)
		if slices.Contains(names, word.name) && !taken && !slices.Contains(kind.Options, word.name) {
			v.Field(word.index).SetZero()
		}
	}
}

// Expand puts the values of variables into every text of a figure or dashboard.
// It writes to that alone, not to lists that it shares with others.
func Expand[T Figure | Dashboard](spec *T, vars []Var) diag.List {
	e := expander{vars: vars}
	e.walk(reflect.ValueOf(spec).Elem())
	return e.problems
}

// IDs are the ids of the specs that have errors, sorted.
func IDs(problems diag.List) []string {
	var ids []string
	for _, p := range problems {
		if p.Severity == diag.Error && p.Pos.File != "" {
			ids = append(ids, idOf(p.Pos.File))
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// An expander replaces ${name}.
type expander struct {
	vars     []Var
	problems diag.List
}

func (e *expander) walk(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		if v.Len() > 0 {
			v.Set(own)
		}
		for i := range v.Len() {
			e.walk(v.Index(i))
		}
	case reflect.Struct:
		if a, ok := v.Addr().Interface().(*At[string]); ok {
			*a = e.text(*a)
			return
		}
		for i := range v.NumField() {
			e.walk(v.Field(i))
		}
	}
}

// text is a text with the values of its variables.
func (e *expander) text(a At[string]) At[string] {
	var b strings.Builder
	var swaps []swap
	for at := 0; ; {
		before, after, found := strings.Cut(a.V[at:], "${")
		b.WriteString(before)
		if !found {
			break
		}
		name, _, closed := strings.Cut(after, "}")
		if !closed {
			errorAt(&e.problems, a, "variable", "${ without }").Hintf("write ${name}")
			return a
		}
		value := e.value(a, name)
		b.WriteString(value)
		was := len("${}") + len(name)
		swaps = append(swaps, swap{at + len(before), was, len(value)})
		at += len(before) + was
	}
	a.V = b.String()
	if a.writing != nil && swaps != nil {
		a.writing = &writing{a.writing.raw, a.writing.text, swaps}
	}
	return a
}

func (e *expander) value(a At[string], name string) string {
	var names []string
	for _, v := range e.vars {
		if v.Name.V == name {
			return v.Value.V
		}
		names = append(names, v.Name.V)
	}
	p := errorAt(&e.problems, a, "variable", "no variable %s", quote(name))
	switch near := diag.Nearest(name, names); {
	case near != "":
		p.Hintf("did you mean ${%s}?", near)
	case len(names) > 0:
		p.Hintf("charts.yaml defines %s", message.List(names))
	default:
		p.Hintf("define it in charts.yaml under vars: {%s: …}", name)
	}
	return ""
}
