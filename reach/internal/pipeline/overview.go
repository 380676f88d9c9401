package pipeline

import (
	"context"
	"slices"

	"charts/reach/internal/bench"
)

// overviewFn writes what was told on the way, and draws the page about all.
type overviewFn struct {
	Job Job

	desk desk
}

func (f *overviewFn) Setup(ctx context.Context) error { return f.desk.open(ctx, f.Job, f.Job.Overview) }
func (f *overviewFn) Teardown() error                 { return f.desk.close() }

func (f *overviewFn) ProcessElement(ctx context.Context, _ int, next func(*Line) bool) error {
	tables := map[string][][]string{}
	for _, l := range collect(next) {
		tables[l.Table] = append(tables[l.Table], l.Cells)
	}
	files := f.files(tables)
	if f.Job.Overview != "" {
		drawn, err := f.draw(ctx, files)
		if err != nil {
			return err
		}
		for _, problem := range drawn.Problems {
			tables[failed] = append(tables[failed], []string{"overview/", problem})
		}
		files = f.files(tables)
		for _, name := range drawn.Outputs.Names() {
			files["overview/"+name] = drawn.Outputs[name]
		}
		if err := f.desk.out.Keep(ctx, "overview/", files.Names()); err != nil {
			return err
		}
	}
	for _, name := range files.Names() {
		if err := f.desk.out.Write(ctx, name, files[name]); err != nil {
			return err
		}
	}
	return nil
}

// files are the tables as side files.
func (f *overviewFn) files(tables map[string][][]string) bench.Files {
	files := bench.Files{}
	for name, head := range heads {
		rows := tables[name]
		slices.SortFunc(rows, func(a, b []string) int { return slices.Compare(a, b) })
		files["data/"+name+".csv"] = csvOf(append([][]string{head}, rows...))
	}
	return files
}

func (f *overviewFn) draw(ctx context.Context, files bench.Files) (bench.Drawn, error) {
	b, err := bench.New(f.desk.specs, files)
	if err != nil {
		return bench.Drawn{}, err
	}
	defer b.Close()
	return b.Draw(ctx, nil, nil)
}
