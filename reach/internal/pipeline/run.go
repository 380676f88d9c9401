package pipeline

import (
	"bytes"
	"context"
	"encoding/csv"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"charts/internal/file"
	"charts/reach/internal/store"
)

// Run does a job on a runner.
func Run(ctx context.Context, j Job, run func(context.Context, *beam.Pipeline) error) error {
	if err := j.Check(); err != nil {
		return err
	}
	if err := clear(ctx, j); err != nil {
		return err
	}
	return run(ctx, Build(j))
}

// clear takes away what runs that were killed, or made another number of files, left.
func clear(ctx context.Context, j Job) error {
	out, err := store.Open(ctx, j.Out)
	if err != nil {
		return err
	}
	defer out.Close()
	if err := out.Sweep(ctx); err != nil {
		return err
	}
	parts := make([]string, j.Shards)
	for i := range parts {
		parts[i] = part(i)
	}
	return out.Keep(ctx, "facts/", parts)
}

// A Count is how many of what a run dealt with.
type Count struct{ Reports, Institutions, Failed int }

// Result counts what a run has told.
func Result(ctx context.Context, j Job) (c Count, err error) {
	out, err := store.Open(ctx, j.Out)
	if err != nil {
		return c, err
	}
	defer out.Close()
	read, err := rows(ctx, out, institutions)
	if err != nil {
		return c, err
	}
	seen := map[string]bool{}
	for _, r := range read {
		seen[r[0]] = true
	}
	lost, err := rows(ctx, out, failed)
	return Count{len(read), len(seen), len(lost)}, err
}

// rows are those of a table that a run has told.
func rows(ctx context.Context, out *store.Store, table string) ([][]string, error) {
	src, err := out.Read(ctx, "data/"+table+".csv", file.MaxOutput)
	if err != nil {
		return nil, err
	}
	all, err := csv.NewReader(bytes.NewReader(src)).ReadAll()
	if err != nil {
		return nil, err
	}
	return all[1:], nil
}
