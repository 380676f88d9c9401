package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"charts/internal/build"
	"charts/internal/diag"
	"charts/internal/message"
)

func newInsert(s streams) *cobra.Command {
	var o build.Options
	var to string
	var inPlace bool
	cmd := &cobra.Command{
		Use:   "insert DOCUMENT.docx [ID...]",
		Short: "Put figures and numbers into a Word document",
		Long: `Puts every figure, or those named, above the caption that has its number (figure:
Figure 34) or its title: in place of the picture that stands there, of a gap that was left
for one, such as (figure here) or {{ID}}, else as a paragraph of its own, in the size of
the spec and with its alternative text. In a table a caption belongs to the picture
over it, and a figure is no wider than its cell.

{{ID.value}} in a sentence becomes a number: of the figure ID the one in the row or
column that value names, or ROW.COLUMN; of a dashboard that of a card or a text. It
becomes a content control, which the next insert fills anew; one of your own with the
tag charts:ID.value is filled as well.

A picture file that nothing shows any more goes; everything else in the document
stays as it is, to the byte. Writes a new file, NAME-figures.docx, unless --to or
--in-place says otherwise, and prints its path; nothing where nothing fits. To insert
the same again gives the same file. charts check DOCUMENT.docx says what is current.`,
		Example: `  charts insert report.docx
  charts insert report.docx destinations --in-place`,
		Args: arity{1, -1, "a Word document"}.check,
		RunE: func(cmd *cobra.Command, args []string) error {
			from := args[0]
			o.IDs = args[1:]
			switch {
			case inPlace && to != "":
				return message.Errorf("--in-place and --to exclude each other")
			case inPlace:
				to = from
			case to == "":
				to = strings.TrimSuffix(from, filepath.Ext(from)) + build.WithFigures + ".docx"
			}
			return insert(cmd, s, o, from, to, inPlace)
		},
	}
	f := cmd.Flags()
	inputFlags(s, f, &o)
	f.StringVar(&to, "to", "", "`file` to write")
	f.BoolVar(&inPlace, "in-place", false, "change the document itself")
	return cmd
}

func insert(cmd *cobra.Command, s streams, o build.Options, from, to string, inPlace bool) error {
	source, err := os.Stat(from)
	switch {
	case err != nil:
		documents, _ := filepath.Glob(filepath.Join(filepath.Dir(from), "*.docx"))
		return usage(diag.Meant(from, documents).Or(message.Of("give the path of a .docx file")), "%s: there is no such document", from)
	case !build.IsWord(from):
		return usage(message.Of("save it as %s in Word or WPS", strings.TrimSuffix(from, filepath.Ext(from))+".docx"), "%s is no Word document (.docx)", from)
	case !build.IsWord(to):
		return usage(message.Of("write --to %s", strings.TrimSuffix(to, filepath.Ext(to))+".docx"), "a Word document is written, and %s has another name", to)
	}
	if target, err := os.Stat(to); err == nil && os.SameFile(source, target) && !inPlace {
		return usage(message.Of("charts insert %s --in-place changes it", from), "%s is the document itself", to)
	}
	whole := o
	whole.IDs = nil // a number may be of any figure
	p, problems := build.Load(whole)
	if !p.Ready() {
		return tell(s, p, problems)
	}
	x, more := build.InsertWord(cmd.Context(), p, o, from, to)
	if err := tell(s, p, append(problems, more...)); err != nil {
		return err
	}
	return sayInserted(s, from, to, x)
}

// sayInserted says what could not be put in, and how many figures and numbers were.
func sayInserted(s streams, from, to string, x build.Inserted) error {
	figures, numbers := 0, 0
	for _, f := range x.Figures {
		if f.Err != nil {
			s.say(s.err, "%s: %s: %s", from, f.Figure.ID, f.Err)
			continue
		}
		if !f.Note.Empty() {
			s.say(s.err, "%s: warning: %s: %s", from, f.Figure.ID, f.Note)
		}
		figures++
	}
	for _, n := range x.Numbers {
		if n.Err != nil {
			s.say(s.err, "%s: {{%s}}: %s", from, n.Name, n.Err)
			continue
		}
		numbers++
	}
	for _, gap := range x.Left {
		if gap.Near != "" {
			s.say(s.err, "%s: %s: no figure or dashboard %q; did you mean %s?", from, gap.Text, strings.Trim(gap.Text, "{} "), gap.Near)
			continue
		}
		s.say(s.err, "%s: %s: no figure has its number or title", from, gap.Text)
	}
	if figures+numbers == 0 {
		s.say(s.err, "charts: nothing was written: no caption or gap of %s fits a figure", from)
		s.say(s.err, "  hint: %s", message.Of("a caption fits by its number (figure: Figure 3 in the spec) or its title; {{ID}} alone in a paragraph fits by the id"))
		return findings
	}
	diag.PrintLine(s.out, "%s", to)
	s.say(s.err, "charts: %d of %d figures stand above their captions", figures, len(x.Figures))
	if len(x.Numbers) > 0 {
		s.say(s.err, "charts: %d of %d numbers stand in their sentences", numbers, len(x.Numbers))
	}
	if figures < len(x.Figures) || numbers < len(x.Numbers) || len(x.Left) > 0 {
		return findings
	}
	return nil
}
