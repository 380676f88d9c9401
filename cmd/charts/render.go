package main

import (
	"bytes"
	"fmt"
	"io"
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
			o.IDs, o.Language = ids, s.language
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
			return renderAll(cmd, s, o, quiet)
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

// A drawing is a run, told to the user part by part.
type drawing struct {
	streams
	bar   progress
	parts int
	quiet bool

	drawn, written, unchanged, removed int
	slow                               []build.Done // of all parts, with --timings
	err                                error
}

// renderAll is one run.
func renderAll(cmd *cobra.Command, s streams, o build.Options, quiet bool) error {
	parts, problems := build.Parts(o)
	d := drawing{streams: s, bar: newProgress(s.err, quiet), parts: len(parts), quiet: quiet, err: tell(s, &build.Project{}, problems)}
	for i, part := range parts {
		if cmd.Context().Err() != nil {
			break
		}
		d.tick(i, len(parts), len(parts) > 1)
		if outputs, said, ok := build.Fresh(cmd.Context(), part); ok {
			d.drawn, d.unchanged = d.drawn+1, d.unchanged+outputs
			d.repeat(said)
			continue
		}
		d.render(cmd, part)
	}
	d.bar.clear()
	d.sayDone()
	if o.Times != nil {
		sayTimes(s, o.Times, d.slow)
	}
	return d.err
}

// tick moves the bar, which counts parts where there are several, else outputs.
func (d *drawing) tick(done, of int, parts bool) {
	if parts == (d.parts > 1) {
		d.bar.tick(done, of)
	}
}

// render is a part of a run. It returns the project that it read.
func (d *drawing) render(cmd *cobra.Command, o build.Options) *build.Project {
	p, problems := build.Load(o)
	var done []build.Done
	if p.Ready() {
		d.drawn++
		var more diag.List
		done, more = build.Render(cmd.Context(), p, o, func(done, of int) { d.tick(done, of, false) })
		problems = append(problems, more...)
	}
	d.bar.clear()
	var said bytes.Buffer
	heard := d.streams
	heard.err = &said
	if err := tell(heard, p, problems); err != nil {
		d.err = err
	} else {
		build.Seal(p, o, said.String())
	}
	d.repeat(said.String())
	for _, one := range done {
		switch {
		case one.Written:
			d.written++
			if !d.quiet {
				diag.PrintLine(d.out, "%s", one.Path)
			}
		case one.Removed:
			d.removed++
		default:
			d.unchanged++
		}
	}
	d.slow = slowestOf(append(d.slow, done...))
	return p
}

// repeat says what there is to say of a part.
func (d *drawing) repeat(said string) {
	if said != "" {
		d.bar.clear()
		io.WriteString(d.streams.err, said)
	}
}

// renderAlways renders whenever something changed, until it is interrupted.
func renderAlways(cmd *cobra.Command, s streams, o build.Options, quiet bool) error {
	parts, problems := build.Parts(o)
	if err := tell(s, &build.Project{}, problems); err != nil {
		return err
	}
	if len(parts) > 1 {
		return usage(message.Of("name one: --var own=NAME"), "--watch draws the figures and pages of one institution")
	}
	for {
		d := drawing{streams: s, bar: newProgress(s.err, quiet), quiet: quiet}
		p := d.render(cmd, parts[0]) // problems are told; the next save may mend them
		d.sayDone()
		if !p.AwaitChange(cmd.Context(), o) {
			return nil
		}
	}
}

// sayDone says how a run went, if anything could be drawn.
func (d *drawing) sayDone() {
	switch {
	case d.drawn == 0:
	case d.err != nil:
		d.say(d.streams.err, "charts: %d written, %d unchanged; not all could be drawn, see above", d.written, d.unchanged)
	case d.quiet:
	case d.removed > 0:
		d.say(d.streams.err, "charts: %d written, %d unchanged, %d removed", d.written, d.unchanged, d.removed)
	default:
		d.say(d.streams.err, "charts: %d written, %d unchanged", d.written, d.unchanged)
	}
}

// slowest is how many outputs --timings names.
const slowest = 5

// slowestOf are the outputs that took longest, those first.
func slowestOf(done []build.Done) []build.Done {
	slices.SortStableFunc(done, func(a, b build.Done) int { return int(b.Took - a.Took) })
	return done[:min(len(done), slowest)]
}

// sayTimes prints what each stage took, and the outputs that took longest.
func sayTimes(s streams, times *build.Times, slow []build.Done) {
	for _, stage := range times.Stages {
		s.say(s.err, "%10s  %s", milliseconds(stage.Took), message.Of(stage.Name))
	}
	for _, d := range slow {
		if d.Took > 0 {
			diag.PrintLine(s.err, "%10s  %s", milliseconds(d.Took), d.Path)
		}
	}
}

func milliseconds(d time.Duration) string {
	return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
}
