package render_test

import (
	"bytes"
	"context"
	"fmt"

	"charts/internal/chart"
	"charts/internal/font"
	"charts/internal/kind"
	"charts/internal/render/echarts"
	"charts/internal/render/plot"
	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/spec"
)

// The way of a number, stage by stage. Each stage is a function of what the one
// before it gave, and says what is wrong with it in a list; a program of its own in
// this module takes the stages that it needs.
func Example() {
	text := "表 6：毕业去向\n\n毕业去向\t人数\n升学\t2469\n就业\t2924\n"
	doc, problems := report.Parse("", "report.txt", []byte(text))
	fig, more := spec.ParseFigure("destinations.yaml", []byte("title: 毕业去向\nchart: bar\ndata: {table: 表 6}\ncategory: 毕业去向\nvalue: 人数\nlabels: true\n"))
	problems = append(problems, more...)

	store, err := series.NewStore([]*report.Document{doc}, nil) // no side files
	if err != nil {
		fmt.Println(err)
		return
	}
	defer store.Close()
	frame, more := store.Figure(context.Background(), fig)
	problems = append(problems, more...)

	c, more := kind.Resolve(fig, frame, kind.Options{Form: chart.Report})
	problems = append(problems, more...)
	picture, err := plot.SVG(c, font.Family{})
	option, otherErr := echarts.Option(c)
	fmt.Println(len(problems), err, otherErr)

	bar := c.Panels[0].Marks[0].(chart.Bars).Data[0]
	label := []byte(bar.Label.Text)
	fmt.Println(bar.Label.Text, "from line", c.Sources[bar.Sources[0]].Line)
	fmt.Println("paper:", bytes.Contains(picture, label), "screen:", bytes.Contains(option, label))
	// Output:
	// 0 <nil> <nil>
	// 2,469 from line 4
	// paper: true screen: true
}
