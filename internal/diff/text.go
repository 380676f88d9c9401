package diff

import (
	"fmt"
	"io"
	"strings"

	"charts/internal/diag"
	"charts/internal/manifest"
)

// Text writes the diff for a terminal, one difference a line.
func (d Diff) Text(w io.Writer) {
	for _, f := range d.Figures {
		for _, c := range f.Changes {
			diag.PrintLine(w, "%s: %s", f.ID, c)
		}
	}
	for _, id := range d.New {
		diag.PrintLine(w, "%s: new figure", id)
	}
	for _, id := range d.Gone {
		diag.PrintLine(w, "%s: the figure is gone", id)
	}
	for _, o := range d.together() {
		diag.PrintLine(w, "%s: %s", o.Path, o.State.words())
	}
}

// together are the outputs, those of one figure with one fate as one.
func (d Diff) together() []Output {
	var all []Output
	var paths []string
	for i, o := range d.Outputs {
		paths = append(paths, o.Path)
		if next := i + 1; next < len(d.Outputs) && d.Outputs[next].ID == o.ID && d.Outputs[next].State == o.State {
			continue
		}
		o.Path, paths = manifest.Together(paths), nil
		all = append(all, o)
	}
	return all
}

func (s State) words() string {
	if s == Redrawn {
		return "drawn anew, same values"
	}
	return string(s)
}

// Summary is the diff in one line: 2 figures with new values, 1 new, 0 gone.
func (d Diff) Summary() string {
	if d.Empty() {
		return "nothing changed"
	}
	pages := 0
	for _, f := range d.Figures {
		if isPage(f.ID) {
			pages++
		}
	}
	what := counted(len(d.Figures)-pages, "figure")
	if pages > 0 {
		what += " and " + counted(pages, "page")
	}
	return fmt.Sprintf("%s with other values, %d new, %d gone; %d files differ", what, len(d.New), len(d.Gone), len(d.Outputs))
}

func counted(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// Markdown writes the diff for a pull request.
func (d Diff) Markdown(w io.Writer) {
	fmt.Fprintf(w, "### Figures: %s\n", d.Summary())
	if len(d.Figures) > 0 {
		fmt.Fprint(w, "\n| figure | value | before | after | where |\n|---|---|--:|--:|---|\n")
	}
	for _, f := range d.Figures {
		for _, c := range f.Changes {
			fmt.Fprintf(w, "| %s | %s | %s | %s | %s |\n", inert(f.ID), inert(c.What), inert(orDash(c.Old)), inert(orDash(c.New)), inert(c.Where))
		}
	}
	if len(d.New)+len(d.Gone) > 0 {
		fmt.Fprintln(w)
	}
	for _, id := range d.New {
		fmt.Fprintf(w, "- new: %s\n", inert(id))
	}
	for _, id := range d.Gone {
		fmt.Fprintf(w, "- gone: %s\n", inert(id))
	}
	if len(d.Outputs) == 0 {
		return
	}
	fmt.Fprintf(w, "\n<details><summary>%d files</summary>\n\n", len(d.Outputs))
	for _, o := range d.together() {
		fmt.Fprintf(w, "- %s: %s\n", inert(o.Path), o.State.words())
	}
	fmt.Fprint(w, "\n</details>\n")
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// inert keeps a text from being Markdown: names come from reports.
func inert(s string) string { return markdown.Replace(diag.Clean(s)) }

var markdown = strings.NewReplacer(
	"\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "[", "\\[", "]", "\\]", "|", "\\|", "#", "\\#", "~", "\\~",
	"<", "&lt;", ">", "&gt;", "&", "&amp;", "@", "&#64;", "://", ":&#47;/",
)
