package series

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/spec"
)

const seed = "../../../shared/reports/004_c0cd592e8c982e65.txt"

// realStore reads the real report, where it is at hand.
func realStore(t testing.TB) *Store {
	t.Helper()
	src, err := os.ReadFile(seed)
	if err != nil {
		t.Skip("the real report is not at hand")
	}
	doc, problems := report.Parse("2023", "report.txt", src)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return newStore(t, doc)
}

func newStore(t testing.TB, docs ...*report.Document) *Store {
	t.Helper()
	s, err := NewStore(docs, func(path string) ([]byte, error) { return os.ReadFile("testdata/" + path) })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// figure reads a spec that has the given lines besides a title.
func figure(t testing.TB, lines string) *spec.Figure {
	t.Helper()
	f, problems := spec.ParseFigure("f.yaml", []byte("title: t\n"+lines))
	if problems.HasErrors() {
		t.Fatal(printed(problems))
	}
	return f
}

func printed(l diag.List) string {
	var b bytes.Buffer
	diag.Print(&b, message.English, l, diag.Files{})
	return b.String()
}

// show writes a frame as text: a line a row, missing as ·, computed numbers with
// a *, each with the lines it comes from.
func show(f Frame) string {
	var b strings.Builder
	for i, c := range f.Columns {
		if i > 0 {
			b.WriteString(" | ")
		}
		b.WriteString(c.Name)
		if c.Unit != "" {
			b.WriteString("/" + c.Unit)
		}
	}
	b.WriteString("\n")
	for _, r := range f.Rows {
		for i, v := range r.Cells {
			if i > 0 {
				b.WriteString(" | ")
			}
			b.WriteString(showValue(v))
		}
		b.WriteString(" @")
		for _, s := range r.Sources {
			fmt.Fprintf(&b, " %d", s.Line)
		}
		if r.Total {
			b.WriteString(" total")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func showValue(v Value) string {
	switch v.Kind {
	case Missing:
		return "·"
	case Text:
		return v.Text
	}
	s := fmt.Sprintf("%v", v.Num)
	if v.Decimals >= 0 {
		s = fmt.Sprintf("%.*f", v.Decimals, v.Num)
	}
	s += v.Qualifier
	if v.Unit != "" {
		s += " " + v.Unit
	}
	if v.Computed {
		s += "*"
	}
	return s
}
