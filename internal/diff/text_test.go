package diff

import (
	"encoding/binary"
	"hash/crc32"
	"strings"
	"testing"

	"charts/internal/manifest"
)

// Outputs of one figure are told together where the same became of them.
func TestTogether(t *testing.T) {
	d := Diff{Outputs: []Output{
		{"figures/a.pdf", "a", Changed, nil}, {"figures/a.png", "a", Changed, nil}, {"figures/a.svg", "a", New, nil},
		{"figures/b.png", "b", Redrawn, []string{"title"}}, {"figures/b.svg", "b", Redrawn, []string{"axes", "title"}},
	}}
	var got []string
	for _, g := range d.together() {
		got = append(got, g.paths.String()+" "+g.words.String())
	}
	if s := strings.Join(got, "; "); s != "figures/a.pdf and .png changed; figures/a.svg new; figures/b.png and .svg same values; the axes and title changed" {
		t.Error(s)
	}
}

func TestSummary(t *testing.T) {
	figures := func(ids ...string) (all []Figure) {
		for _, id := range ids {
			all = append(all, Figure{ID: id})
		}
		return all
	}
	for _, tt := range []struct {
		diff Diff
		want string
	}{
		{Diff{}, "nothing changed"},
		{Diff{Figures: figures("a")}, "1 figure with other values, 0 new, 0 gone; 0 files differ"},
		{Diff{Figures: figures("a", "b", "c.html"), New: []string{"d"}}, "2 figures and 1 page with other values, 1 new, 0 gone; 0 files differ"},
		{Diff{Figures: figures("c.html", "d.html"), Outputs: make([]Output, 1)}, "0 figures and 2 pages with other values, 0 new, 0 gone; 1 file differs"},
	} {
		if got := tt.diff.Summary().String(); got != tt.want {
			t.Errorf("%s; want %s", got, tt.want)
		}
	}
}

// A picture that says that it is huge is not decoded.
func TestHugePicturesAreRefused(t *testing.T) {
	header := func(width, height uint32) []byte {
		data := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32([]byte("IHDR"), width), height)
		data = append(data, 8, 2, 0, 0, 0)
		src := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), data...)
		return binary.BigEndian.AppendUint32(src, crc32.ChecksumIEEE(data))
	}
	for _, tt := range []struct {
		width, height uint32
		huge          bool
	}{{8192, 8192, false}, {8193, 8192, true}, {8192, 8193, true}, {1 << 26, 1, false}, {1<<26 + 1, 1, true}} {
		_, err := decode(header(tt.width, tt.height))
		if huge := err != nil && strings.Contains(err.Error(), "too large"); huge != tt.huge {
			t.Errorf("%d × %d: %v", tt.width, tt.height, err)
		}
	}
}

// An output of other bytes has other values or is only drawn anew, and pages are no
// figures.
func TestStates(t *testing.T) {
	state := func(outputs []manifest.Output, ids ...string) manifest.Artefact {
		r := manifest.Run{Outputs: outputs}
		for _, id := range ids {
			r.Figures = append(r.Figures, manifest.Data{ID: id})
		}
		return manifest.Artefact{Manifest: manifest.Manifest{Renderer: manifest.Renderer}.With(r)}
	}
	before := state([]manifest.Output{{Path: "a.png", SHA256: "1", Data: "1"}, {Path: "b.png", SHA256: "1", Data: "1"}, {Path: "c.png", SHA256: "1", Data: "1"}, {Path: "d.png"}}, "a", "gone", "gone.html")
	after := state([]manifest.Output{{Path: "a.png", SHA256: "1", Data: "2"}, {Path: "b.png", SHA256: "2", Data: "1"}, {Path: "c.png", SHA256: "2", Data: "2"}, {Path: "e.png"}}, "a", "new", "new.html")
	d := Of(before, after)
	var got []string
	for _, o := range d.Outputs {
		got = append(got, o.Path+" "+string(o.State))
	}
	if s := strings.Join(got, ", "); s != "b.png redrawn, c.png changed, d.png gone, e.png new" {
		t.Error(s)
	}
	if s := strings.Join(d.New, " ") + "; " + strings.Join(d.Gone, " "); s != "new; gone" {
		t.Errorf("new and gone are %s", s)
	}
}
