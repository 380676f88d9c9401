package spec

import (
	"reflect"
	"slices"
	"strings"

	"charts/internal/diag"
)

// Link makes each figure whole: variables get their values, and a figure that
// extends another gets what it does not say itself from there. It returns the
// sound ones as new figures in their order; each that is missing has an error in
// its own file.
func Link(figures []*Figure, vars []Var) ([]*Figure, diag.List) {
	l := linker{byID: map[string]*Figure{}, done: map[*Figure]*Figure{}}
	var own []*Figure
	for _, f := range figures {
		own = append(own, l.expand(f, vars))
	}
	for _, f := range own {
		l.name(f)
	}
	var linked []*Figure
	for _, f := range own {
		if g := l.link(f, nil); g != nil {
			linked = append(linked, g)
		}
	}
	l.problems.Sort()
	return linked, l.problems
}

// A linker holds the figures of one run.
type linker struct {
	byID     map[string]*Figure
	ids      []string
	done     map[*Figure]*Figure // nil for the unsound
	problems diag.List
}

func (l *linker) expand(f *Figure, vars []Var) *Figure {
	g := *f
	problems := Expand(&g, vars)
	l.problems = append(l.problems, problems...)
	if problems.HasErrors() {
		l.done[&g] = nil
	}
	return &g
}

// name enters a figure under its id, which no other may have.
func (l *linker) name(f *Figure) {
	first, taken := l.byID[f.ID]
	if !taken {
		l.byID[f.ID] = f
		l.ids = append(l.ids, f.ID)
		return
	}
	p := l.problems.Errorf(diag.Pos{File: f.Path, Line: 1}, "duplicate-id", "a second figure with the id %s", quote(f.ID))
	p.Hint = "rename one of the files"
	p.See = []diag.Note{{Pos: diag.Pos{File: first.Path, Line: 1}, Text: "the first"}}
	l.done[f] = nil
}

// link returns the whole figure, or nil when it or its base is not sound. The
// way is the ids that led here.
func (l *linker) link(f *Figure, way []string) *Figure {
	if g, ok := l.done[f]; ok {
		return g
	}
	if !f.Extends.Set() {
		l.done[f] = f
		return f
	}
	way = append(slices.Clone(way), f.ID)
	base := l.base(f, way)
	l.done[f] = nil
	if base == nil {
		return nil
	}
	if base = l.link(base, way); base == nil {
		errorAt(&l.problems, f.Extends, "extends", "the figure %s has errors", quote(f.Extends.V)).Hint = "mend it first"
		return nil
	}
	g := Extend(base, f)
	problems := g.whole(f.Extends)
	l.problems = append(l.problems, problems...)
	if !problems.HasErrors() {
		l.done[f] = g
	}
	return l.done[f]
}

// base finds the figure that f extends.
func (l *linker) base(f *Figure, way []string) *Figure {
	id := f.Extends.V
	if slices.Contains(way, id) {
		p := errorAt(&l.problems, f.Extends, "extends", "the figure extends itself: %s → %s", strings.Join(way, " → "), id)
		p.Hint = "let one of them hold its own chart and data"
		return nil
	}
	base, ok := l.byID[id]
	if !ok {
		p := errorAt(&l.problems, f.Extends, "extends", "no sound figure %s to extend", quote(id))
		p.Hint = "the figures are " + strings.Join(l.ids, ", ")
		if near := diag.Nearest(id, l.ids); near != "" {
			p.Hint = "did you mean " + quote(near) + "?"
		}
		return nil
	}
	return base
}

// whole checks a figure that was merged from others.
func (f *Figure) whole(extends At[string]) diag.List {
	var problems diag.List
	v := reflect.ValueOf(f).Elem()
	for _, word := range fieldsOf(v.Type()) {
		if word.required && !written(v.Field(word.index)) {
			p := errorAt(&problems, extends, "missing", "the figure has no %s, and %s has none either", word.name, quote(extends.V))
			p.Hint = "add " + word.name + ": " + word.example
		}
	}
	for _, p := range append(f.Data.check(false), f.check()...) {
		if p.Pos.File != f.Path {
			p.See = append(p.See, diag.Note{Pos: p.Pos, Text: "it comes from here"})
			p.Pos, p.Len = extends.Pos, extends.Len
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
		if !p.Warning && p.Pos.File != "" {
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
			errorAt(&e.problems, a, "variable", "${ without }").Hint = "write ${name}"
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
		p.Hint = "did you mean ${" + near + "}?"
	case len(names) > 0:
		p.Hint = "charts.yaml defines " + strings.Join(names, ", ")
	default:
		p.Hint = "define it in charts.yaml under vars: {" + name + ": …}"
	}
	return ""
}
