package pipeline

import (
	"context"
	"fmt"

	"charts/internal/pattern"
)

// matchFn finds the reports by their names. What lies among them and is none is told.
type matchFn struct {
	Job Job

	desk desk
}

func (f *matchFn) Setup(ctx context.Context) error { return f.desk.open(ctx, f.Job, f.Job.Specs) }
func (f *matchFn) Teardown() error                 { return f.desk.close() }

func (f *matchFn) ProcessElement(ctx context.Context, _ []byte, emit func(Edition), shard func(int, Batch), tell func(Line)) error {
	for i := range f.Job.Shards { // so that each is written, if it has no facts, too
		shard(i, Batch{})
	}
	form, err := pattern.Parse(f.Job.Reports)
	if err != nil {
		return err
	}
	names, err := f.desk.in.List(ctx, form.Prefix())
	if err != nil {
		return err
	}
	first := map[Edition]string{}
	for _, name := range names {
		institution, year, ok := form.Match(name)
		e := Edition{Institution: institution, Year: year}
		switch {
		case !ok:
			tell(dead(name, f.desk.say("文件名不合 "+f.Job.Reports, "its name does not fit "+f.Job.Reports)))
		case !pattern.Folder(institution):
			tell(dead(name, f.desk.say(fmt.Sprintf("%q 不能作文件夹名", institution), fmt.Sprintf("%q cannot be the name of a folder", institution))))
		case first[e] != "":
			tell(dead(name, f.desk.say("与 "+first[e]+" 是同一院校同一年的报告", "it is of the institution and year of "+first[e])))
		default:
			first[e] = name
			e.Path = name
			emit(e)
		}
	}
	return nil
}
