package pipeline

import (
	"cmp"
	"context"
	"path"
	"slices"

	"charts/internal/build"
	"charts/internal/file"
	"charts/internal/peer"
	"charts/reach/internal/bench"
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
	files := bench.Files{build.PeersFile: csvOf(peer.Records(collect(standings)))}
	for _, e := range reports {
		src, err := f.desk.in.Read(ctx, e.Path, file.MaxInput)
		if err != nil {
			return err
		}
		files[e.Path] = src
	}
	inputs, err := inputs(institution, f.desk.specs, files)
	if err != nil {
		return err
	}
	folder := path.Join("institutions", institution) + "/"
	if whole, err := sealed(ctx, f.desk.out, folder, inputs, files.With(f.desk.specs).Read); err != nil {
		return err
	} else if whole {
		return moved(ctx, f.desk.out, folder, files[build.PeersFile])
	}
	drawn, err := f.draw(ctx, institution, reports, files)
	if err != nil {
		return err
	}
	for _, problem := range drawn.Problems {
		tell(dead(folder, problem))
	}
	drawn.Outputs[build.PeersFile] = files[build.PeersFile]
	return seal{Inputs: inputs, Peers: drawn.Peers}.write(ctx, f.desk.out, folder, drawn.Outputs, len(drawn.Problems) == 0)
}

// draw draws what the specs say of the reports.
func (f *pageFn) draw(ctx context.Context, institution string, editions []Edition, files bench.Files) (bench.Drawn, error) {
	b, err := bench.New(f.desk.specs, files)
	if err != nil {
		return bench.Drawn{}, err
	}
	defer b.Close()
	var reports []bench.Report
	for _, e := range editions {
		reports = append(reports, bench.Report{Name: nameOf(e), Path: e.Path})
	}
	return b.Draw(ctx, reports, map[string]string{"own": institution})
}
