package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"charts/internal/file"
	"charts/internal/peer"
	"charts/internal/report"
	"charts/reach/internal/bench"
	"charts/reach/internal/store"
)

// readFn reads a report into facts. One that cannot be read is told, and stops nobody.
type readFn struct {
	Job Job

	desk desk
}

func (f *readFn) Setup(ctx context.Context) error { return f.desk.open(ctx, f.Job, f.Job.Specs) }
func (f *readFn) Teardown() error                 { return f.desk.close() }

func (f *readFn) ProcessElement(ctx context.Context, e Edition, emit func(Edition), batch func(int, Batch), entry func(peer.Indicator, peer.Entry), tell func(Line)) error {
	src, err := f.desk.in.Read(ctx, e.Path, file.MaxInput)
	if tooLarge := store.TooLarge(0); errors.As(err, &tooLarge) {
		tell(dead(e.Path, tooLarge.Error()))
		return nil
	} else if err != nil {
		return err
	}
	doc, reason, err := f.read(e, src)
	if err != nil {
		return err
	}
	if doc == nil {
		tell(dead(e.Path, reason))
		return nil
	}
	facts := peer.Facts(doc, e.Institution, e.Year)
	for i := range facts {
		facts[i].File = e.Path
		if v := facts[i].Value; v != nil {
			entry(peer.Of(facts[i]), peer.Entry{Institution: e.Institution, Edition: e.Year, Value: *v})
		}
	}
	emit(e)
	batch(shardOf(e.Institution, f.Job.Shards), Batch{e.Path, facts})
	tell(Line{institutions, []string{e.Institution, e.Year, strconv.Itoa(len(doc.Tables)), strconv.Itoa(len(facts)), template(doc), e.Path}})
	return nil
}

// read reads a report as a project of the specs reads it.
func (f *readFn) read(e Edition, src []byte) (*report.Document, string, error) {
	b, err := bench.New(f.desk.specs, bench.Files{e.Path: src})
	if err != nil {
		return nil, "", err
	}
	defer b.Close()
	doc, reason := b.Read(bench.Report{Name: nameOf(e), Path: e.Path})
	return doc, reason, nil
}

// nameOf is the name of a report in its project.
func nameOf(e Edition) string {
	if e.Year == "" {
		return e.Institution
	}
	return e.Year
}

// shardOf deals out institutions, so that all facts of one are in one file.
func shardOf(institution string, shards int) int {
	h := fnv.New32a()
	h.Write([]byte(institution))
	return int(h.Sum32() % uint32(shards))
}

// template names the form of a report.
func template(doc *report.Document) string {
	form := peer.Template(doc)
	slices.Sort(form)
	sum := sha256.Sum256([]byte(strings.Join(form, "\n")))
	return "T" + hex.EncodeToString(sum[:3])
}
