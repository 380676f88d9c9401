package pipeline

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/parquet-go/parquet-go"

	"charts/internal/peer"
)

// factsFn writes the facts of some institutions into a file.
type factsFn struct {
	Job Job

	desk desk
}

func (f *factsFn) Setup(ctx context.Context) error { return f.desk.open(ctx, f.Job, "") }
func (f *factsFn) Teardown() error                 { return f.desk.close() }

func (f *factsFn) ProcessElement(ctx context.Context, shard int, next func(*Batch) bool) error {
	batches := collect(next)
	slices.SortFunc(batches, func(a, b Batch) int { return cmp.Compare(a.Path, b.Path) })
	var all []peer.Fact
	for _, b := range batches {
		all = append(all, b.Facts...)
	}
	content, err := parquetOf(all)
	if err != nil {
		return err
	}
	return f.desk.out.Write(ctx, part(shard), content)
}

// part is the name of a file of facts.
func part(shard int) string { return fmt.Sprintf("facts/part-%05d.parquet", shard) }

// collect is all that an iterator gives, in no order that one could count on.
func collect[T any](next func(*T) bool) (all []T) {
	for {
		var v T // a decoder may share what it fills
		if !next(&v) {
			return all
		}
		all = append(all, v)
	}
}

// parquetOf is a file of facts.
func parquetOf(all []peer.Fact) ([]byte, error) {
	var b bytes.Buffer
	w := parquet.NewGenericWriter[peer.Fact](&b, parquet.Compression(&parquet.Zstd), parquet.CreatedBy("charts-reach", "1", ""))
	if _, err := w.Write(all); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
