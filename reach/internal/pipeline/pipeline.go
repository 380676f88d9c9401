// Package pipeline reads the reports of many institutions and draws the pages of each,
// on any runner of Apache Beam.
//
//	names of files → editions → facts ─┬→ facts/part-NNNNN.parquet
//	                         │         └→ fields of indicators → standings ─┐
//	                         └──────────────────────────────────────────────┴→ institutions/NAME/
//	what is told on the way (lines) ─────────────────────────────────────────→ data/NAME.csv, overview/
//
// Every file has one writer, and its content depends on the reports and specs alone, so
// that a step that is run again writes the same bytes under the same name.
package pipeline

import (
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"charts/internal/pattern"
)

// A Job says what to read and where to write. Its fields go to every worker.
type Job struct {
	In       string   // the store of the reports and specs
	Out      string   // the store of what is made
	Reports  string   // the pattern of the names of reports
	Specs    string   // the folder of the specs of an institution's pages
	Overview string   // the folder of the specs of the page about all, or ""
	Also     []string // further files and folders that specs read
	Shards   int      // into how many files the facts go
}

// Check reports what a job lacks.
func (j Job) Check() error {
	if j.In == "" || j.Out == "" {
		return fmt.Errorf("give --in and --out: a folder, or a URL such as s3://bucket?region=eu-west-1")
	}
	if j.Shards < 1 {
		return fmt.Errorf("--shards is 1 or more")
	}
	form, err := pattern.Parse(j.Reports)
	if err == nil && !form.Institutions() {
		err = fmt.Errorf("--reports %s: it has no {institution}", j.Reports)
	}
	return err
}

// Build is the pipeline of a job.
func Build(j Job) *beam.Pipeline {
	p, s := beam.NewPipelineWithRoot()
	editions, shards, unmatched := beam.ParDo3(s.Scope("match"), &matchFn{Job: j}, beam.Impulse(s))
	read, batches, entries, unread := beam.ParDo4(s.Scope("read"), &readFn{Job: j}, beam.Reshuffle(s, editions))
	beam.ParDo0(s.Scope("facts"), &factsFn{Job: j}, beam.GroupByKey(s, beam.Flatten(s, shards, batches)))
	fields := beam.CombinePerKey(s.Scope("peers"), &fieldFn{}, entries)
	standings, compared := beam.ParDo2(s.Scope("peers"), &compareFn{}, fields, beam.SideInput{Input: read})
	drawn := beam.ParDo(s.Scope("pages"), &pageFn{Job: j}, beam.CoGroupByKey(s, beam.ParDo(s, byInstitution, read), standings))
	lines := beam.Flatten(s, unmatched, unread, compared, drawn)
	beam.ParDo0(s.Scope("overview"), &overviewFn{Job: j}, beam.GroupByKey(s, beam.AddFixedKey(s, lines)))
	return p
}
