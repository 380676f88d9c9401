package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"charts/internal/build"
	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/word"
)

func newInsert(s streams) *cobra.Command {
	var o build.Options
	var to string
	var inPlace bool
	cmd := &cobra.Command{
		Use:   "insert DOCUMENT.docx [ID...]",
		Short: "Put figures above their captions in a Word document",
		Long: `Puts every figure that has a number (figure: 图 34), or those named, above the
caption with that number: in place of the picture that stands there, else as a
paragraph of its own, in the size of the spec and with its alternative text. In a
table a caption belongs to the picture over it, and a figure is no wider than its
cell.
A picture file that nothing shows any more goes; everything else in the document
stays as it is, to the byte.

Writes a new file, NAME-figures.docx, unless --to or --in-place says otherwise, and
prints its path. To insert the same figures again gives the same file.`,
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
				to = strings.TrimSuffix(from, filepath.Ext(from)) + "-figures.docx"
			}
			return insert(cmd, s, o, from, to)
		},
	}
	f := cmd.Flags()
	inputFlags(f, &o)
	f.StringVar(&to, "to", "", "`file` to write")
	f.BoolVar(&inPlace, "in-place", false, "change the document itself")
	return cmd
}

func insert(cmd *cobra.Command, s streams, o build.Options, from, to string) error {
	if _, err := os.Stat(from); err != nil {
		return message.Errorf("%s: there is no such document", from)
	}
	p, problems := build.Load(o)
	if !p.Ready() {
		return tell(s, p, problems)
	}
	placed, more := build.InsertWord(cmd.Context(), p, o, from, to)
	if err := tell(s, p, append(problems, more...)); err != nil {
		return err
	}
	diag.PrintLine(s.out, "%s", to)
	return sayPlaced(s, from, placed)
}

// sayPlaced says what could not be put in, and how many figures were.
func sayPlaced(s streams, from string, placed []word.Placed) error {
	done := 0
	for _, p := range placed {
		if p.Err != nil {
			diag.PrintLine(s.err, "%s: %s: %s", from, p.Figure.ID, p.Err)
			continue
		}
		if !p.Note.Empty() {
			s.say(s.err, "%s: warning: %s: %s", from, p.Figure.ID, p.Note)
		}
		done++
	}
	s.say(s.err, "charts: %d of %d figures stand above their captions", done, len(placed))
	if done < len(placed) {
		return findings
	}
	return nil
}
