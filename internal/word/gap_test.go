package word

import (
	"strings"
	"testing"
)

// What authors leave for a picture, and what only looks like it.
func TestGaps(t *testing.T) {
	tests := []struct{ text, want string }{
		{"（此处插入图）", "gap"},
		{"（此处插图）", "gap"},
		{"【插入图 3】", "图3"},
		{"[此处插入图3-2：毕业去向]", "图3-2 毕业去向"},
		{"〔此处放图：近三年招生情况〕", "近三年招生情况"},
		{"（图 5 插入此处）", "图5"},
		{"[insert Figure 3 here]", "图3"},
		{"(Figure 12 here)", "图12"},
		{"<insert chart: Enrolment>", "enrolment"},
		{"{{destinations}}", "#destinations"},
		{"{{destinations.升学}}", ""},
		{"（图 3）", ""},
		{"（插入图书馆新增座位 30 个）。", ""},
		{"此处插入图", ""},
		{"（见图 3）", ""},
		{"图 1 毕业去向", ""},
	}
	for _, tt := range tests {
		got := ""
		if g := gapIn(tt.text); g != nil {
			got = strings.TrimSpace(strings.Join(g.keys[:min(len(g.keys), 1)], "") + " " + g.title)
			if g.id != "" {
				got = "#" + g.id
			}
			if got == "" {
				got = "gap"
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q; want %q", tt.text, got, tt.want)
		}
	}
}

// Two titles are one that says something: of four letters at least.
func TestSameTitle(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"毕业去向", "毕业去向", true}, {"毕业数", "毕业数", false}, {"", "", false}, {"毕业去向", "毕业去向图", false},
	} {
		if sameTitle(tt.a, tt.b) != tt.want {
			t.Errorf("%s and %s: %v", tt.a, tt.b, !tt.want)
		}
	}
}

// Where figures go by what stands there: the places in the text are told by what is
// left of them, and #1, #2 are the figures.
func TestFiguresFillGaps(t *testing.T) {
	const first, second = "毕业生毕业去向", "近三年招生情况"
	styled := `<w:pPr><w:pStyle w:val="a5"/></w:pPr>`
	tests := []struct{ name, body, want string }{
		{"above the caption", p(text("前文。")) + p(text("（此处插入图）")) + p(text("图 1 "+first)), "前文。|#1|图 1 " + first},
		{"below the caption", p(text("图 1 "+first)) + p(text("（此处插入图）")) + p(text("后文。")), "#1|图 1 " + first + "|后文。"},
		{"by the title of the caption", p(text("图 9 " + second)), "#2|图 9 " + second},
		{"a caption without a number", p(styled, text(second)), "#2|" + second},
		{"a gap with a title", p(text("【此处插图：" + second + "】")), "#2"},
		{"a gap with a number", p(text("（插入图 1）")) + p(text("后文。")), "#1|后文。"},
		{"a gap with an id", p(text("{{b}}")), "#2"},
		{"two gaps", p(text("（此处插入图）")) + p(text("图 1 x")) + p(text("（此处插入图）")) + p(styled, text(second)), "#1|图 1 x|#2|" + second},
		{"a gap in a cell", grid([]string{p(text("（此处插入图）")) + p(text("图 1 x")), p(text("右"))}), "#1|图 1 x|右"},
		{"a heading of the same words", p(`<w:pPr><w:pStyle w:val="标题 1"/></w:pPr>`, text(second)), second},
		{"the caption of a table", p(styled, text("表 1 "+second)), "表 1 " + second},
		{"a sentence", p(text(second + "良好。")), second + "良好。"},
	}
	for _, tt := range tests {
		d, err := Open(docx(t, tt.body))
		if err != nil {
			t.Fatal(err)
		}
		figures := []Figure{{"a", "图 1", first, "", picturePNG(t, "a", 20), ""}, {"b", "", "升至 3%", second, picturePNG(t, "b", 90), ""}}
		for range 2 { // to insert again changes nothing
			if _, _, err := d.Insert(figures); err != nil {
				t.Fatal(err)
			}
			if got := outline(t, d, figures); got != tt.want {
				t.Errorf("%s: %s; want %s", tt.name, got, tt.want)
			}
		}
	}
}

// outline is the paragraphs of a document, with #n for the n-th figure.
func outline(t *testing.T, d *Document, figures []Figure) string {
	t.Helper()
	body, _ := d.part(bodyPart)
	s, err := scan(body, d.styles())
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, p := range s.paragraphs {
		said := p.text
		for _, x := range p.pictures {
			for i, f := range figures {
				if x.rel == relID(f) {
					said += "#" + string(rune('1'+i))
				}
			}
		}
		all = append(all, said)
	}
	return strings.Join(all, "|")
}
