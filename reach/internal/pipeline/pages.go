package pipeline

import (
	"cmp"
	"context"
	"path"
	"slices"

	"charts/internal/file"
	"charts/reach/internal/bench"
	"charts/reach/internal/peer"
)

// pageFn draws the figures and pages of an institution.
type pageFn struct {
	Job Job

	desk desk
}

func (f *pageFn) Setup(ctx context.Context) error { return f.desk.open(ctx, f.Job, f.Job.Specs) }
func (f *pageFn) Teardown() error                 { return f.desk.close() }

func (f *pageFn) ProcessElement(ctx context.Context, institution string, editions func(*Edition) bool, standings func(*peer.Standing) bool, tell func(Line)) error {
	reports := collect(editions)
	slices.SortFunc(reports, func(a, b Edition) int { return cmp.Compare(a.Year, b.Year) })
	files := bench.Files{"data/peers.csv": csvOf(peer.Records(collect(standings)))}
	for _, e := range reports {
		src, err := f.desk.in.Read(ctx, e.Path, file.MaxInput)
		if err != nil {
			return err
		}
		files[e.Path] = src
	}
	seal, err := sealOf(institution, f.desk.specs, files)
	if err != nil {
		return err
	}
	folder := path.Join("institutions", institution) + "/"
	if whole, err := seal.stands(ctx, f.desk.out, folder); err != nil || whole {
		return err
	}
	outputs, problems, err := f.draw(ctx, institution, reports, files)
	if err != nil {
		return err
	}
	for _, problem := range problems {
		tell(dead(folder, problem))
	}
	outputs["data/peers.csv"] = files["data/peers.csv"]
	return seal.write(ctx, f.desk.out, folder, outputs, len(problems) == 0)
}

// draw draws what the specs say of the reports.
func (f *pageFn) draw(ctx context.Context, institution string, editions []Edition, files bench.Files) (bench.Files, []string, error) {
	b, err := bench.New(f.desk.specs, files)
	if err != nil {
		return nil, nil, err
	}
	defer b.Close()
	var reports []bench.Report
	for _, e := range editions {
		reports = append(reports, bench.Report{Name: nameOf(e), Path: e.Path})
	}
	return b.Draw(ctx, reports, map[string]string{"own": institution})
}
