package main

import (
	"fmt"
	"runtime"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"charts/internal/build"
	"charts/internal/diag"
	"charts/internal/message"
)

func newRender(s streams) *cobra.Command {
	var o build.Options
	var quiet, timings, watch bool
	cmd := &cobra.Command{
		Use:   "render [ID...]",
		Short: "Draw all figures and dashboards, or those named",
		Long: `Draws the figures and dashboards of the specs into the output folder. What has
not changed is not written again. A figure with errors keeps its old output, the
others are drawn all the same, and the command ends with 2.

Outputs whose spec is gone are named; --prune removes them. With --shard I/N one
machine draws one part of N; copy the output folders together and a last render
joins them without drawing.

The paths written are printed to standard output, one a line.`,
		Example: `  charts render
  charts render destinations leadership
  charts render --report 2023.txt --format png,pdf --out figures-2023
  charts render --shard 2/4`,
		RunE: func(cmd *cobra.Command, ids []string) error {
			o.IDs = ids
			if o.Shard.Of > 0 && len(ids) > 0 {
				return message.Errorf("--shard deals out all figures; it goes with no ID")
			}
			if o.Jobs < 0 {
				return message.Errorf("--jobs takes how many figures are drawn at a time, and %d are none", o.Jobs)
			}
			o.Say = func(text message.Text) { s.say(s.err, "charts: %s", text) }
			if timings {
				o.Times = &build.Times{}
			}
			if o.Jobs > 0 { // the collector of garbage is a worker, too
				runtime.GOMAXPROCS(min(o.Jobs, runtime.GOMAXPROCS(0)))
			}
			if watch {
				o.Stdin = nil // it could be read once
				return renderAlways(cmd, s, o, quiet)
			}
			_, err := render(cmd, s, o, quiet)
			return err
		},
	}
	f := cmd.Flags()
	inputFlags(s, f, &o)
	outFlag(f, &o)
	f.Var((*formats)(&o.Formats), "format", "formats to write: png, svg, pdf, csv, html, pptx (default: those of specs/charts.yaml, else png,svg,pdf,html)")
	f.IntVarP(&o.Jobs, "jobs", "j", 0, "draw `N` figures at a time, on as many processors (default: all)")
	f.BoolVar(&o.Strict, "strict", false, "do not draw a figure with a number that the report contradicts, unless that is accepted")
	f.BoolVar(&o.Force, "force", false, "draw what has not changed, too")
	f.BoolVar(&o.Prune, "prune", false, "remove outputs whose spec is gone")
	f.Var((*shard)(&o.Shard), "shard", "draw one part of the figures: `I/N` is the I-th of N")
	f.BoolVar(&timings, "timings", false, "say where the time went")
	f.BoolVarP(&watch, "watch", "w", false, "stay, and draw again when a spec, a report or a side file changes")
	f.BoolVarP(&quiet, "quiet", "q", false, "print problems only")
	return cmd
}

// render is one run, told to the user. It returns the project that it read.
func render(cmd *cobra.Command, s streams, o build.Options, quiet bool) (*build.Project, error) {
	p, problems := build.Load(o)
	if !p.Ready() {
		return p, tell(s, p, problems)
	}
	bar := newProgress(s.err, quiet)
	done, more := build.Render(cmd.Context(), p, o, bar.tick)
	bar.clear()
	err := tell(s, p, append(problems, more...))
	sayDone(s, done, quiet, err != nil)
	if o.Times != nil {
		sayTimes(s, o.Times, done)
	}
	return p, err
}

// renderAlways renders whenever something changed, until it is interrupted.
func renderAlways(cmd *cobra.Command, s streams, o build.Options, quiet bool) error {
	for {
		p, _ := render(cmd, s, o, quiet) // problems have been told; the next save may mend them
		if !p.AwaitChange(cmd.Context(), o) {
			return nil
		}
	}
}

// sayDone prints the paths that were written, and how it went.
func sayDone(s streams, done []build.Done, quiet, failed bool) {
	written, removed := 0, 0
	for _, d := range done {
		switch {
		case d.Written:
			written++
			if !quiet {
				diag.PrintLine(s.out, "%s", d.Path)
			}
		case d.Removed:
			removed++
		}
	}
	unchanged := len(done) - written - removed
	switch {
	case failed:
		s.say(s.err, "charts: %d written, %d unchanged; not all could be drawn, see above", written, unchanged)
	case quiet:
	case removed > 0:
		s.say(s.err, "charts: %d written, %d unchanged, %d removed", written, unchanged, removed)
	default:
		s.say(s.err, "charts: %d written, %d unchanged", written, unchanged)
	}
}

// slowest is how many outputs --timings names.
const slowest = 5

// sayTimes prints what each stage took, and the outputs that took longest.
func sayTimes(s streams, times *build.Times, done []build.Done) {
	for _, stage := range times.Stages {
		s.say(s.err, "%10s  %s", milliseconds(stage.Took), message.Of(stage.Name))
	}
	done = slices.Clone(done)
	slices.SortStableFunc(done, func(a, b build.Done) int { return int(b.Took - a.Took) })
	for _, d := range done[:min(len(done), slowest)] {
		if d.Took > 0 {
			diag.PrintLine(s.err, "%10s  %s", milliseconds(d.Took), d.Path)
		}
	}
}

func milliseconds(d time.Duration) string {
	return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
}
