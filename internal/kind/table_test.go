package kind

import (
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

// Words that are parted by blanks stay so in a cell that is broken, and are not
// torn where they have room.
func TestTableKeepsWordsApart(t *testing.T) {
	const name = "Electrical Engineering and Automation"
	f := fig("table", "", "")
	f.Columns = []spec.TableCol{{Name: spec.At[string]{V: "专业"}}, {Name: spec.At[string]{V: "学院"}}}
	data := frame("专业 学院", []series.Value{text(name), text("机械工程学院")}, []series.Value{text("工程造价"), text(name)})
	c, problems := Resolve(f, data, Options{Form: chart.Screen, Width: 292})
	if problems.HasErrors() {
		t.Fatal(said(problems))
	}
	var cell chart.Datum
	for _, m := range c.Panels[0].Marks {
		if cells, ok := m.(chart.Cells); ok && cells.Name == "专业" {
			cell = cells.Data[0]
		}
	}
	if !strings.Contains(cell.Label.Text, "\n") {
		t.Fatalf("%q is not broken: the test needs a narrower screen", cell.Label.Text)
	}
	if cell.Text != name || strings.ReplaceAll(cell.Label.Text, "\n", " ") != name {
		t.Errorf("the cell has %q, drawn as %q", cell.Text, cell.Label.Text)
	}
}
