package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"charts/internal/build"
)

func newRender(s streams) *cobra.Command {
	var o build.Options
	var quiet bool
	cmd := &cobra.Command{
		Use:   "render [ID...]",
		Short: "Draw all figures and dashboards, or those named",
		Long: `Draws the figures and dashboards of the specs into the output folder. What has
not changed is not written again. A figure with errors keeps its old output, the
others are drawn all the same, and the command ends with 2.

The paths written are printed to standard output, one a line.`,
		Example: `  charts render
  charts render destinations leadership
  charts render --report 2023.txt --format png,pdf --out figures-2023`,
		RunE: func(cmd *cobra.Command, ids []string) error {
			o.IDs = ids
			p, problems := build.Load(o)
			if len(p.Documents) == 0 {
				return tell(s, p, problems)
			}
			bar := newProgress(s.err, quiet)
			done, more := build.Render(cmd.Context(), p, o, bar.tick)
			bar.clear()
			err := tell(s, p, append(problems, more...))
			sayDone(s, done, quiet, err != nil)
			return err
		},
	}
	f := cmd.Flags()
	inputFlags(f, &o)
	outFlag(f, &o)
	f.Var((*formats)(&o.Formats), "format", "formats to write: png, svg, pdf, csv, html (default: those of specs/charts.yaml, else png,svg,pdf,html)")
	f.IntVarP(&o.Jobs, "jobs", "j", 0, "figures drawn at a `time` (default: one a processor)")
	f.BoolVar(&o.Force, "force", false, "draw what has not changed, too")
	f.BoolVarP(&quiet, "quiet", "q", false, "print problems only")
	return cmd
}

// sayDone prints the paths that were written, and how it went.
func sayDone(s streams, done []build.Done, quiet, failed bool) {
	written := 0
	for _, d := range done {
		if d.Written {
			written++
			if !quiet {
				fmt.Fprintln(s.out, d.Path)
			}
		}
	}
	switch {
	case failed:
		fmt.Fprintf(s.err, "charts: %d written, %d unchanged; not all could be drawn, see above\n", written, len(done)-written)
	case !quiet:
		fmt.Fprintf(s.err, "charts: %d written, %d unchanged\n", written, len(done)-written)
	}
}
