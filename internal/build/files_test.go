package build

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestManifestReadsAsWritten(t *testing.T) {
	m := Manifest{Version: manifestVersion, Renderer: Renderer}.with(run{
		inputs:  []Input{{"r.txt", "aa"}},
		outputs: []Output{{Path: "figures/b.png", ID: "b", Inputs: []string{"r.txt"}}, {Path: "figures/a.png", ID: "a", Inputs: []string{}}},
		figures: []Values{valuesOf("x", func() Data { return rows("升学 2469, 就业 -") })},
	})
	dir := t.TempDir()
	if err := writeWhole(filepath.Join(dir, manifestName), m.write); err != nil {
		t.Fatal(err)
	}
	got := readManifest(dir)
	if !reflect.DeepEqual(got.Outputs, m.Outputs) || !reflect.DeepEqual(got.Inputs, m.Inputs) {
		t.Errorf("read %+v; wrote %+v", got, m)
	}
	if values, ok := got.figure("x"); !ok || !reflect.DeepEqual(values, rows("升学 2469, 就业 -")) {
		t.Errorf("read the values %+v", values)
	}
	if m.Outputs[0].Path != "figures/a.png" {
		t.Errorf("outputs are not sorted: %v", m.Outputs)
	}
	if !manifestIs(Options{Out: dir}, got) {
		t.Error("the manifest that was read writes other bytes")
	}
	got.Inputs = nil
	if manifestIs(Options{Out: dir}, got) {
		t.Error("a manifest without its inputs passes for the whole one")
	}
}

// What is no manifest counts as none: everything is drawn anew.
func TestNoManifest(t *testing.T) {
	const whole = `{"version": 1, "renderer": "1", "inputs": [], "outputs": [], "figures": []}`
	if _, ok := parseManifest(strings.NewReader(whole)); !ok {
		t.Fatal("the empty manifest does not read")
	}
	for _, src := range []string{
		"", "[]", "{}", `"x"`, whole[:40], whole + "}", whole + " x",
		strings.Replace(whole, `1,`, `2,`, 1),
		strings.Replace(whole, `"figures": []`, `"figures": [{"id": 3}]`, 1),
		strings.Replace(whole, `"outputs": []`, `"outputs": 7`, 1),
	} {
		if m, ok := parseManifest(strings.NewReader(src)); ok || m.Renderer != "" {
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
		m, ok := parseManifest(bytes.NewReader(src))
		if !ok {
			return
		}
		var once, twice bytes.Buffer
		if err := m.write(&once); err != nil {
			t.Fatal(err)
		}
		again, ok := parseManifest(bytes.NewReader(once.Bytes()))
		if !ok {
			t.Fatalf("it does not read its own:\n%s", once.Bytes())
		}
		if again.write(&twice); !bytes.Equal(once.Bytes(), twice.Bytes()) {
			t.Errorf("wrote\n%s\nthen\n%s", once.Bytes(), twice.Bytes())
		}
		for _, v := range again.Figures {
			v.Data().JSON()
		}
	})
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

func TestWriteFileLeavesTheOldFileWhenItFails(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "figures", "a.png")
	if err := writeFile(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(filepath.Join(path, "b.png"), []byte("new")); err == nil {
		t.Error("wrote a file below a file")
	}
	if err := os.Mkdir(filepath.Join(dir, "figures", "c.png"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(filepath.Join(dir, "figures", "c.png"), []byte("new")); err == nil {
		t.Error("replaced a folder by a file")
	}
	left, _ := filepath.Glob(filepath.Join(dir, "figures", tempPrefix+"*"))
	old, _ := os.ReadFile(path)
	if string(old) != "old" || len(left) > 0 {
		t.Errorf("after failures: %q, temporary files %v", old, left)
	}
}

// The sample report is a digest of a real one. Every figure of the project must
// have the same values from both.
func TestDigestAndRealReportGiveTheSameValues(t *testing.T) {
	const real = "../shared/reports/004_c0cd592e8c982e65.txt"
	t.Chdir("../..")
	if _, err := os.Stat(real); err != nil {
		t.Skip("the real report is not here")
	}
	load := func(o Options) *Project {
		p, problems := Load(o)
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		return p
	}
	digest := load(Options{Specs: "specs"})
	whole := load(Options{Specs: "specs", Reports: []ReportArg{{"2023", real}}})
	for _, f := range digest.Figures {
		got, problems := digest.Data(context.Background(), f.ID)
		want, more := whole.Data(context.Background(), f.ID)
		if problems.HasErrors() || more.HasErrors() {
			t.Errorf("%s: %v %v", f.ID, problems, more)
		}
		if !reflect.DeepEqual(withoutPlaces(got), withoutPlaces(want)) {
			t.Errorf("%s: the digest gives\n%s\nthe report\n%s", f.ID, got.JSON(), want.JSON())
		}
		if len(got.Rows) == 0 {
			t.Errorf("%s has no rows", f.ID)
		}
	}
}

// withoutPlaces is the data without reports and lines, which differ.
func withoutPlaces(d Data) Data {
	for i := range d.Rows {
		for j := range d.Rows[i].Sources {
			s := &d.Rows[i].Sources[j]
			s.Report, s.Line, s.Quote, s.Contested = "", 0, "", ""
		}
	}
	return d
}
