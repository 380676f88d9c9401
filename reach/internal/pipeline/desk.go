package pipeline

import (
	"bytes"
	"context"
	"encoding/csv"
	"path"
	"strings"

	"charts/internal/file"
	"charts/reach/internal/bench"
	"charts/reach/internal/store"
)

// A desk is what a step works with: the stores and the specs.
type desk struct {
	in, out *store.Store
	specs   bench.Files
}

// open opens the stores and reads a folder of specs, which the bench calls specs.
func (d *desk) open(ctx context.Context, j Job, specs string) (err error) {
	if d.in, err = store.Open(ctx, j.In); err != nil {
		return err
	}
	if d.out, err = store.Open(ctx, j.Out); err != nil {
		return err
	}
	d.specs = bench.Files{}
	if specs == "" {
		return nil
	}
	if err := d.take(ctx, strings.TrimSuffix(specs, "/")+"/", "specs"); err != nil {
		return err
	}
	for _, also := range j.Also {
		if err := d.take(ctx, also, ""); err != nil {
			return err
		}
	}
	return nil
}

// take reads the files under a prefix; with a folder they stand there instead.
func (d *desk) take(ctx context.Context, prefix, folder string) error {
	names, err := d.in.List(ctx, prefix)
	if err != nil {
		return err
	}
	for _, name := range names {
		to := name
		if folder != "" {
			to = path.Join(folder, strings.TrimPrefix(name, prefix))
		}
		if d.specs[to], err = d.in.Read(ctx, name, file.MaxInput); err != nil {
			return err
		}
	}
	return nil
}

func (d *desk) close() error {
	if d.in != nil {
		d.in.Close()
	}
	if d.out != nil {
		d.out.Close()
	}
	return nil
}

// say is one of two texts, by the language of the specs.
func (d *desk) say(chinese, english string) string {
	return bench.Say(d.specs.Language(), chinese, english)
}

// csvOf is a file of rows.
func csvOf(rows [][]string) []byte {
	var b bytes.Buffer
	csv.NewWriter(&b).WriteAll(rows) // a buffer takes all
	return b.Bytes()
}
