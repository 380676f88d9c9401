// Charts-reach reads the reports of many institutions, tells each where it stands among
// all, and draws the pages of each: on this machine, or by --runner on a cluster.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"charts/reach/internal/bench"
	"charts/reach/internal/pipeline"
	"charts/reach/internal/sample"
)

const usage = `charts-reach reads the reports of many institutions and draws the pages of each.

  charts-reach --in DIR --out DIR [--reports PATTERN] [--specs DIR] [--overview DIR]
  charts-reach --sample N --in DIR      writes the reports of N made-up institutions

A store is a folder, or a URL: s3://BUCKET?region=REGION&prefix=FOLDER/, gs://BUCKET,
azblob://CONTAINER. The specs write ${own} for the institution, and find where it stands
among all in data/peers.csv. Reports that cannot be read are in data/failed.csv of the
output; then the exit status is 1.

`

// memory is how much the collector of garbage aims at.
const memory = 700 << 20

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status, err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	bench.Leave()
	if err != nil {
		fmt.Fprintln(os.Stderr, "charts-reach:", err)
	}
	os.Exit(status)
}

// run does what the arguments ask for. The flags of Beam are those of the process.
func run(ctx context.Context, args []string, stdout io.Writer) (int, error) {
	flags := flag.CommandLine
	var j pipeline.Job
	flags.StringVar(&j.In, "in", "", "`store` of the reports and the specs")
	flags.StringVar(&j.Out, "out", "", "`store` of what is made")
	flags.StringVar(&j.Reports, "reports", "reports/{institution}-{year}.*", "`pattern` of the names of reports; {院校} and {年} do, too")
	flags.StringVar(&j.Specs, "specs", "specs", "`folder` of the specs of an institution")
	flags.StringVar(&j.Overview, "overview", "", "`folder` of the specs of the page about all")
	flags.IntVar(&j.Shards, "shards", 8, "into how many files the facts go")
	also := flags.String("also", "", "further `files` and folders that specs read, parted by commas")
	made := flags.Int("sample", 0, "write the reports of so many made-up institutions into the store, and their specs")
	broken := flags.Int("broken", 0, "how many of them cannot be read")
	flags.Usage = func() {
		fmt.Fprint(flags.Output(), usage)
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return 2, err
	}
	beam.Init() // a worker of a cluster ends here
	log.SetLogger(quiet{})
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})))
	debug.SetMemoryLimit(memory)
	j.Also = strings.FieldsFunc(*also, func(r rune) bool { return r == ',' })
	if *made > 0 {
		if err := sample.Write(ctx, j.In, *made, *broken); err != nil {
			return 2, err
		}
		return 0, nil
	}
	if err := pipeline.Run(ctx, j, beamx.Run); err != nil {
		return 2, err
	}
	return tell(ctx, j, stdout)
}

// tell says how a run went. What could not be read or drawn is a finding.
func tell(ctx context.Context, j pipeline.Job, w io.Writer) (int, error) {
	r, err := pipeline.Result(ctx, j)
	if err != nil {
		return 2, err
	}
	fmt.Fprintf(w, "%d reports of %d institutions", r.Reports, r.Institutions)
	if r.Failed == 0 {
		fmt.Fprintln(w)
		return 0, nil
	}
	fmt.Fprintf(w, "; %d failed, for the reasons in data/failed.csv\n", r.Failed)
	return 1, nil
}

// quiet is a logger that keeps what a runner says of its work to itself.
type quiet struct{}

func (quiet) Log(_ context.Context, sev log.Severity, _ int, message string) {
	if sev >= log.SevError {
		fmt.Fprintln(os.Stderr, "charts-reach:", message)
	}
}
