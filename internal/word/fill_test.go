package word

import (
	"strings"
	"testing"
)

const bold = `<w:rPr><w:b/></w:rPr>`

// controlled is a content control that an author made for a number.
func controlled(name, content string) string {
	return `<w:sdt><w:sdtPr><w:tag w:val="charts:` + name + `"/><w:showingPlcHdr/></w:sdtPr>` + content + `</w:sdt>`
}

func from(numbers map[string]string) func(Blank) (string, bool) {
	return func(b Blank) (string, bool) {
		text, ok := numbers[b.Name]
		return text, ok
	}
}

// Numbers go into their places, wherever Word has cut the words; what stands around
// them stays, and they can be filled again.
func TestFill(t *testing.T) {
	first := map[string]string{"a.升学": "2,469 人", "b": "38.62%", "a.x & y": "<1"}
	again := map[string]string{"a.升学": "2,481 人", "b": "38.81%", "a.x & y": "<2"}
	tests := []struct{ name, body, want, then string }{
		{"in a sentence", p(text("升学 {{a.升学}}，占比高。")), "升学 2,469 人，占比高。", "升学 2,481 人，占比高。"},
		{"over two runs", p(text("升学率 {{"), r(bold+`<w:t>b}</w:t>`), text("}。")), "升学率 38.62%。", "升学率 38.81%。"},
		{"two in one run", p(text("{{b}}、{{ a.升学 }}")), "38.62%、2,469 人", "38.81%、2,481 人"},
		{"a name with a sign", p(text("为 {{a.x &amp; y}} 人 &amp;")), "为 <1 人 &", "为 <2 人 &"},
		{"an unknown name", p(text("{{nobody}} 与 {{b}}")), "{{nobody}} 与 38.62%", "{{nobody}} 与 38.81%"},
		{"an author's control", p(text("为"), controlled("b", `<w:sdtContent>`+text("单击输入")+`</w:sdtContent>`)), "为38.62%", "为38.81%"},
		{"an empty control", p(text("为"), controlled("b", `<w:sdtContent/>`)), "为38.62%", "为38.81%"},
		{"in a cell", grid([]string{p(text("升学率")), p(text("{{b}}"))}), "升学率|38.62%", "升学率|38.81%"},
		{"a figure's place", p(text("{{b}}")), "{{b}}", "{{b}}"},
	}
	for _, tt := range tests {
		if tt.name == "in a cell" { // braces alone in a paragraph ask for a picture
			tt.body = strings.Replace(tt.body, "{{b}}", "{{b}} 。", 1)
			tt.want, tt.then = tt.want+" 。", tt.then+" 。"
		}
		d, err := Open(docx(t, tt.body))
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range []struct {
			numbers map[string]string
			want    string
		}{{first, tt.want}, {first, tt.want}, {again, tt.then}} {
			if err := d.Fill(from(step.numbers)); err != nil {
				t.Fatal(err)
			}
			if got := outline(t, d, nil); got != step.want {
				t.Errorf("%s: %s; want %s", tt.name, got, step.want)
			}
		}
	}
}

// The look of a number is that of the words in whose place it stands.
func TestFillKeepsTheLook(t *testing.T) {
	d, err := Open(docx(t, p(text("a "), r(bold+`<w:t>{{b}} c</w:t>`))))
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Fill(from(map[string]string{"b": "1"})); err != nil {
		t.Fatal(err)
	}
	body, _ := d.part(bodyPart)
	want := `<w:r>` + bold + `<w:t xml:space="preserve"></w:t></w:r><w:sdt><w:sdtPr><w:alias w:val="b"/><w:tag w:val="charts:b"/><w:text/></w:sdtPr><w:sdtContent><w:r>` + bold +
		`<w:t xml:space="preserve">1</w:t></w:r></w:sdtContent></w:sdt><w:r>` + bold + `<w:t xml:space="preserve"> c</w:t></w:r>`
	if !strings.Contains(string(body), want) {
		t.Errorf("%s\nhas no %s", body, want)
	}
}

// What is filled in and what is not is told in the order of the text.
func TestBlanks(t *testing.T) {
	d, err := Open(docx(t, p(text("{{a.x}} 与"), controlled("b", `<w:sdtContent>`+text("旧")+`</w:sdtContent>`))))
	if err != nil {
		t.Fatal(err)
	}
	all, err := d.Blanks()
	if err != nil || len(all) != 2 || all[0] != (Blank{Name: "a.x", After: " 与", In: "{{a.x}} 与旧"}) || all[1] != (Blank{Name: "b", In: "{{a.x}} 与旧"}) {
		t.Errorf("%v, %v", all, err)
	}
	if err := d.Fill(from(map[string]string{"a.x": "5", "b": "6"})); err != nil {
		t.Fatal(err)
	}
	if all, _ = d.Blanks(); len(all) != 2 || all[0] != (Blank{"a.x", "5", " 与6", "5 与6"}) || all[1] != (Blank{"b", "6", "", "5 与6"}) {
		t.Errorf("%v", all)
	}
}
