package diff

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"charts/internal/diag"
	"charts/internal/manifest"
	"charts/internal/message"
)

// Text writes the diff for a terminal, one difference a line.
func (d Diff) Text(w io.Writer, lang message.Language) {
	say := func(format message.Format, args ...any) {
		diag.PrintLine(w, "%s", message.Of(format, args...).In(lang))
	}
	for _, f := range d.Figures {
		for _, c := range f.Changes {
			say("%s: %s", f.ID, c.Text())
		}
	}
	for _, id := range d.New {
		say("%s: new figure", id)
	}
	for _, id := range d.Gone {
		say("%s: the figure is gone", id)
	}
	for _, o := range d.together() {
		say("%s: %s", o.paths, o.words)
	}
}

// A group is the outputs of one figure that have one fate.
type group struct{ paths, words message.Text }

// together are the outputs, those of one figure with one fate as one.
func (d Diff) together() []group {
	var all []group
	var paths, parts []string
	for i, o := range d.Outputs {
		paths, parts = append(paths, o.Path), append(parts, o.Parts...)
		if next := i + 1; next < len(d.Outputs) && d.Outputs[next].ID == o.ID && d.Outputs[next].State == o.State {
			continue
		}
		slices.Sort(parts)
		o.Parts = slices.Compact(parts)
		all = append(all, group{manifest.Together(paths), o.words()})
		paths, parts = nil, nil
	}
	return all
}

// words are the fate of an output for people.
func (o Output) words() message.Text {
	if len(o.Parts) > 0 {
		return message.Of("same values; %s", manifest.ChangedParts(o.Parts))
	}
	return message.Of(stateNames[o.State])
}

// Summary is the diff in one line: 2 figures with new values, 1 new, 0 gone.
func (d Diff) Summary() message.Text {
	if d.Empty() {
		return message.Of("nothing changed")
	}
	pages := 0
	for _, f := range d.Figures {
		if isPage(f.ID) {
			pages++
		}
	}
	what := message.Count(len(d.Figures)-pages, "%d figure", "%d figures")
	if pages > 0 {
		what = message.Of("%s and %s", what, message.Count(pages, "%d page", "%d pages"))
	}
	files := message.Count(len(d.Outputs), "%d file differs", "%d files differ")
	return message.Of("%s with other values, %d new, %d gone; %s", what, len(d.New), len(d.Gone), files)
}

// Markdown writes the diff for a pull request.
func (d Diff) Markdown(w io.Writer, lang message.Language) {
	say := func(format message.Format, args ...any) { io.WriteString(w, message.Of(format, args...).In(lang)) }
	say("### Figures: %s\n", d.Summary())
	if len(d.Figures) > 0 {
		say("\n| figure | value | before | after | where |\n|---|---|--:|--:|---|\n")
	}
	for _, f := range d.Figures {
		for _, c := range f.Changes {
			fmt.Fprintf(w, "| %s | %s | %s | %s | %s |\n", diag.Markdown(f.ID), diag.Markdown(c.What), diag.Markdown(cmp.Or(c.Old.In(lang), "–")), diag.Markdown(cmp.Or(c.New.In(lang), "–")), diag.Markdown(c.Where.In(lang)))
		}
	}
	if len(d.New)+len(d.Gone) > 0 {
		fmt.Fprintln(w)
	}
	for _, id := range d.New {
		say("- new: %s\n", diag.Markdown(id))
	}
	for _, id := range d.Gone {
		say("- gone: %s\n", diag.Markdown(id))
	}
	if len(d.Outputs) == 0 {
		return
	}
	say("\n<details><summary>%s</summary>\n\n", message.Count(len(d.Outputs), "%d file", "%d files"))
	for _, o := range d.together() {
		say("- %s: %s\n", diag.Markdown(o.paths.In(lang)), diag.Markdown(o.words.In(lang)))
	}
	fmt.Fprint(w, "\n</details>\n")
}
