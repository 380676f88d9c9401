package manifest

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"charts/internal/file"
)

func TestManifestReadsAsWritten(t *testing.T) {
	m := Manifest{Version: version, Renderer: Renderer}.With(Run{
		Inputs:  []Input{{"r.txt", "aa"}},
		Outputs: []Output{{Path: "figures/b.png", ID: "b", Inputs: []string{"r.txt"}}, {Path: "figures/a.png", ID: "a", Inputs: []string{}}},
		Figures: []Data{rows("升学 2469, 就业 -")},
	})
	dir := t.TempDir()
	if err := file.Write(filepath.Join(dir, Name), m.Text()); err != nil {
		t.Fatal(err)
	}
	got := Read(dir)
	if !reflect.DeepEqual(got.Outputs, m.Outputs) || !reflect.DeepEqual(got.Inputs, m.Inputs) {
		t.Errorf("read %+v; wrote %+v", got, m)
	}
	if values, ok := got.Figure("x"); !ok || !reflect.DeepEqual(values, rows("升学 2469, 就业 -")) {
		t.Errorf("read the values %+v", values)
	}
	if m.Outputs[0].Path != "figures/a.png" {
		t.Errorf("outputs are not sorted: %v", m.Outputs)
	}
	if !UpToDate(dir, Shard{}, got.Text()) {
		t.Error("the manifest that was read writes other bytes")
	}
	got.Inputs = nil
	if UpToDate(dir, Shard{}, got.Text()) {
		t.Error("a manifest without its inputs passes for the whole one")
	}
}

// What a sharded run wrote with another renderer is not joined: it is drawn anew.
func TestReadJoinsShards(t *testing.T) {
	dir := t.TempDir()
	for i, renderer := range []string{Renderer, "another"} {
		m := Manifest{Version: version, Renderer: renderer}.With(Run{Outputs: []Output{{Path: renderer + ".png", ID: renderer}}})
		m.Renderer = renderer
		if err := file.Write(filepath.Join(dir, FileName(Shard{Index: i + 1, Of: 2})), m.Text()); err != nil {
			t.Fatal(err)
		}
	}
	if got := Read(dir); len(got.Outputs) != 1 || got.Outputs[0].ID != Renderer {
		t.Errorf("the outputs are %+v", got.Outputs)
	}
}

// What is no manifest counts as none: everything is drawn anew.
func TestNoManifest(t *testing.T) {
	const whole = `{"version": 1, "renderer": "1", "inputs": [], "outputs": [], "figures": []}`
	if _, ok := Parse([]byte(whole)); !ok {
		t.Fatal("the empty manifest does not read")
	}
	for _, src := range []string{
		"", "[]", "{}", `"x"`, whole[:40], whole + "}", whole + " x",
		strings.Replace(whole, `1,`, `2,`, 1),
		strings.Replace(whole, `"figures": []`, `"figures": [{"id": 3}]`, 1),
		strings.Replace(whole, `"outputs": []`, `"outputs": 7`, 1),
	} {
		if m, ok := Parse([]byte(src)); ok || m.Renderer != "" {
			t.Errorf("%s reads as %+v", src, m)
		}
	}
}

// What reads as a manifest is written so that it reads as the same.
func FuzzManifest(f *testing.F) {
	f.Add([]byte(`{"version": 1, "renderer": "1", "inputs": [{"path": "r.txt"}], "outputs": [{"path": "b"}, {"path": "a"}],
		"figures": [{"id": "x", "columns": [{"name": "n", "unit": ""}, {"name": "v", "unit": "人"}], "keys": ["category", ""], "rows": [{"cells": ["升学", 2469]}, {"cells": ["就业", null]}]}]}`))
	f.Add([]byte(`{"version": 1, "figures": [{"id": 3}]}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		m, ok := Parse(src)
		if !ok {
			return
		}
		once := m.Text()
		again, ok := Parse(once)
		if !ok {
			t.Fatalf("it does not read its own:\n%s", once)
		}
		if twice := again.Text(); !bytes.Equal(once, twice) {
			t.Errorf("wrote\n%s\nthen\n%s", once, twice)
		}
		for _, e := range again.Figures {
			if d, ok := e.Data(); ok {
				d.JSON()
			}
		}
	})
}

// A manifest that another program has set says the same; and values that are none are
// no reason to lose the others.
func TestEntries(t *testing.T) {
	own := Manifest{Version: version}.With(Run{Figures: []Data{{ID: `"a", "columns": `, Rows: []DataRow{{Cells: []DataCell{}, Sources: []DataSource{}}}}, rows("升学 2469, 就业 -")}}).Text()
	var set bytes.Buffer
	json.Indent(&set, own, "", "\t")
	for name, src := range map[string][]byte{"its own": own, "set by another": set.Bytes()} {
		if m, ok := Parse(src); !ok || len(m.Figures) != 2 || !bytes.Equal(m.Text(), own) {
			t.Errorf("%s reads as\n%s", name, m.Text())
		}
	}
	for _, broken := range []string{`"升学",2469,7`, `"升学",{}`} {
		m, ok := Parse(bytes.Replace(own, []byte(`"升学",2469`), []byte(broken), 1))
		_, first := m.Figure(`"a", "columns": `)
		if _, second := m.Figure("x"); !ok || !first || second {
			t.Errorf("%s: %v, %v, %v", broken, ok, first, second)
		}
	}
	if _, ok := Parse(bytes.Replace(own, []byte(`2469`), []byte(`2469,`), 1)); ok {
		t.Error("what is no JSON reads as a manifest")
	}
}

func TestDataJSONKeepsKinds(t *testing.T) {
	d := rows("升学 2469, 就业 -")
	var back Data
	if err := json.Unmarshal(d.JSON(), &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, d) {
		t.Errorf("read %+v; wrote %+v", back, d)
	}
}

func TestCSVHoldsNoFormulas(t *testing.T) {
	d := rows("=1+1 2, @x 3, -y 4, +z 6, 好 5")
	got := string(d.CSV())
	for _, want := range []string{"'=1+1,2,", "'@x,3,", "'-y,4,", "'+z,6,", "\n好,5,"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
