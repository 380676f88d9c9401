package word

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// grid is a table of two columns of 60 mm, each row's cells given by their content.
func grid(rows ...[]string) string {
	var b strings.Builder
	b.WriteString(`<w:tbl><w:tblGrid><w:gridCol w:w="3402"/><w:gridCol w:w="3402"/></w:tblGrid>`)
	for _, cells := range rows {
		b.WriteString(`<w:tr>`)
		for _, c := range cells {
			fmt.Fprintf(&b, `<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>`, map[bool]string{true: `<w:gridSpan w:val="2"/>`}[len(cells) == 1], c)
		}
		b.WriteString(`</w:tr>`)
	}
	return b.String() + `</w:tbl>`
}

// picked is an inline picture with an own number, to be told from others.
func picked(n int) string {
	return p(r(strings.Replace(inline, `id="41"`, fmt.Sprintf(`id="%d"`, 500+n), 1)))
}

// A caption in a table of layout belongs to the pictures over it in its own
// columns; one under a table to all of the last row.
func TestPicturesInTables(t *testing.T) {
	captions := []string{seq(1, "录取"), seq(2, "去向")}
	tests := []struct {
		name, body string
		want       string // the pictures that became figures 1 and 2, or why none did
	}{
		{"side by side", grid([]string{picked(1), picked(2)}, captions), "501 502"},
		{"in one cell each", grid([]string{picked(1) + captions[0], picked(2) + captions[1]}), "501 502"},
		{"a row between", grid([]string{picked(1), picked(2)}, []string{p(), p()}, captions), "501 502"},
		{"a row of words between", picked(9) + grid([]string{picked(1), picked(2)}, []string{p(text("左")), p(text("右"))}, captions), "new new"},
		{"two pairs", grid([]string{picked(1), picked(3)}, []string{captions[0], p(text("左"))}, []string{picked(4), picked(2)}, []string{p(text("右")), captions[1]}), "501 502"},
		{"a caption of both", grid([]string{picked(1), picked(3)}, captions[:1]) + picked(2) + captions[1], "2 pictures stand above 502"},
		{"under the table", grid([]string{picked(1), picked(3)}) + captions[0] + picked(2) + captions[1], "2 pictures stand above 502"},
		{"under a table of one", grid([]string{picked(1)}) + captions[0] + picked(2) + captions[1], "501 502"},
		{"under a table of data", picked(9) + grid([]string{p(text("甲")), p(text("5"))}) + captions[0] + picked(2) + captions[1], "new 502"},
		{"a table in a cell", grid([]string{grid([]string{picked(1), p()}) + captions[0], picked(2) + captions[1]}), "501 502"},
		{"under the second column alone", strings.Replace(grid([]string{picked(1), picked(2)}, captions[1:]), `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/>`, `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr>`, 1), " 502"},
		{"nothing over it", picked(9) + grid(captions), "new new"},
	}
	for _, tt := range tests {
		d, err := Open(docx(t, tt.body))
		if err != nil {
			t.Fatal(err)
		}
		placed, _, err := d.Insert(figures(t)[:2])
		if err != nil {
			t.Fatal(err)
		}
		body, _ := d.part(bodyPart)
		var got []string
		for _, x := range placed {
			why := regexp.MustCompile(`2 pictures stand above`).FindString(fmt.Sprint(x.Err))
			if x.Err == nil {
				why = "new"
				if m := regexp.MustCompile(`id="(50\d)"`).FindStringSubmatch(lastDrawing(string(body), relID(x.Figure))); m != nil {
					why = m[1]
				}
			}
			got = append(got, why)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %s; want %s", tt.name, s, tt.want)
		}
	}
}

// lastDrawing is the text from the start of a drawing to the name of its file.
func lastDrawing(body, rel string) string {
	end := strings.Index(body, `r:embed="`+rel)
	if end < 0 {
		return ""
	}
	return body[strings.LastIndex(body[:end], `<w:drawing>`) : end+len(`r:embed="`+rel)]
}

// A figure is no wider than its cell, and its reader hears of it.
func TestFigureFitsItsCell(t *testing.T) {
	wide := figures(t)[:2] // 25.4 mm
	narrow := strings.ReplaceAll(grid([]string{picked(1), picked(2)}, []string{seq(1, "录取"), seq(2, "去向")}), "3402", "1216")
	d, err := Open(docx(t, narrow))
	if err != nil {
		t.Fatal(err)
	}
	placed, _, err := d.Insert(wide)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := d.part(bodyPart)
	if n := strings.Count(string(body), `<wp:extent cx="635000" cy="423333"/>`); n != 2 {
		t.Errorf("%d of 2 figures are as wide as their cells: %s", n, regexp.MustCompile(`<wp:extent[^>]*>`).FindAllString(string(body), -1))
	}
	if got, want := placed[0].Note.String(), "it is 25 mm wide and stands in a cell of 18 mm, as small as that; write size: 18mm"; got != want {
		t.Errorf("the note is %q; want %q", got, want)
	}
	pictures, err := d.Pictures()
	if err != nil {
		t.Fatal(err)
	}
	width, height := pictures[0].SizeOf(wide[0].PNG)
	if pictures[0].Width != width || pictures[0].Height != height {
		t.Errorf("it is %v × %v mm, and should be %v × %v", pictures[0].Width, pictures[0].Height, width, height)
	}
}
