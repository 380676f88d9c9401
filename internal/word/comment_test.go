package word

import (
	"encoding/xml"
	"strings"
	"testing"
)

// Comments stand at the words that they are about, in a sentence or a cell.
func TestComment(t *testing.T) {
	d, err := Open(docx(t, p(`<w:pPr><w:jc w:val="center"/></w:pPr>`, text("2023 年毕业生 "), text("6110 人。"))+
		grid([]string{p(text("毕业生")), p(text("6393"))}, []string{p(text("升学")), p(text("2469"))})))
	if err != nil {
		t.Fatal(err)
	}
	lost, err := d.Comment("charts", []Note{
		{Text: "不一致\n见表", Quote: "2023年毕业生6110人"},
		{Text: "<b> & c", Quote: "升学\t2469", Cell: "2469"},
		{Text: "没有", Quote: "别处"},
	})
	if err != nil || len(lost) != 1 || lost[0].Text != "没有" {
		t.Fatalf("%v, %v", lost, err)
	}
	body, _ := d.part(bodyPart)
	for _, piece := range []string{
		`</w:pPr><w:commentRangeStart w:id="0"/><w:r>`, `人。</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
		`<w:commentRangeStart w:id="1"/><w:r><w:t xml:space="preserve">2469</w:t></w:r><w:commentRangeEnd w:id="1"/>`,
	} {
		if !strings.Contains(string(body), piece) {
			t.Errorf("%s\nhas no %s", body, piece)
		}
	}
	list, _ := d.part(commentsPart)
	if err := xml.Unmarshal(list, new(struct{})); err != nil || strings.Index(string(list), "<w:comments") > strings.Index(string(list), "<w:comment ") || strings.Index(string(list), `w:id="0"`) > strings.Index(string(list), `w:id="1"`) {
		t.Errorf("%s: %v", list, err)
	}
	for _, piece := range []string{`<w:t xml:space="preserve">不一致</w:t></w:r></w:p><w:p>`, `&lt;b&gt; &amp; c`} {
		if !strings.Contains(string(list), piece) {
			t.Errorf("%s\nhas no %s", list, piece)
		}
	}
	if lost, err = d.Comment("charts", []Note{{Text: "再", Quote: "升学\t2469"}}); err != nil || len(lost) > 0 {
		t.Fatal(lost, err)
	}
	if list, _ = d.part(commentsPart); strings.Count(string(list), "<w:comment ") != 3 || !strings.Contains(string(list), `w:id="2"`) {
		t.Errorf("a second time: %s", list)
	}
}
