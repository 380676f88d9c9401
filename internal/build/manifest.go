package build

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Manifest says what stands in the output folder and what it was made of. It
// holds no times and no names of machines, so that equal inputs give equal bytes.
// It is enough to tell what changed, without the old report.
type Manifest struct {
	Version  int      `json:"version"`
	Renderer string   `json:"renderer"` // the version of the drawing code
	Inputs   []Input  `json:"inputs"`   // every file that was read
	Outputs  []Output `json:"outputs"`  // by path
	Figures  []Data   `json:"figures"`  // the values drawn, by id
}

// An Output is one file of the output folder.
type Output struct {
	Path   string   `json:"path"` // under the output folder
	ID     string   `json:"id"`   // of the figure or dashboard
	Spec   string   `json:"spec"`
	Inputs []string `json:"inputs"` // the files that its values came from
	Chart  string   `json:"chart"`  // hash of all that is drawn
	Data   string   `json:"data"`   // hash of the values
	SHA256 string   `json:"sha256"` // of the file
}

// An Input is a file that was read.
type Input struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

const (
	manifestName    = "manifest.json"
	manifestVersion = 1
)

// readManifest reads the manifest of an output folder. A folder without one, or
// with one that cannot be read, has the empty manifest: everything is new.
func readManifest(out string) Manifest {
	var m Manifest
	src, err := os.ReadFile(filepath.Join(out, manifestName))
	if err != nil || json.Unmarshal(src, &m) != nil || m.Version != manifestVersion {
		return Manifest{}
	}
	return m
}

// bytes is the manifest as written: sorted, and one line for each output and each
// row of values, so that a diff of two manifests reads like a diff of two tables.
func (m Manifest) bytes() []byte {
	slices.SortFunc(m.Outputs, func(a, b Output) int { return strings.Compare(a.Path, b.Path) })
	slices.SortFunc(m.Figures, func(a, b Data) int { return strings.Compare(a.ID, b.ID) })
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n\"version\": %d,\n\"renderer\": %q,\n\"inputs\": [", m.Version, m.Renderer)
	for i, in := range m.Inputs {
		b.WriteString(comma(i) + line(in))
	}
	b.WriteString("\n],\n\"outputs\": [")
	for i, o := range m.Outputs {
		b.WriteString(comma(i) + line(o))
	}
	b.WriteString("\n],\n\"figures\": [")
	for i, d := range m.Figures {
		fmt.Fprintf(&b, "%s{\"id\": %s, \"columns\": %s, \"rows\": [", comma(i), line(d.ID), line(d.Columns))
		for j, r := range d.Rows {
			b.WriteString(comma(j) + "  " + line(r))
		}
		b.WriteString("\n]}")
	}
	b.WriteString("\n]\n}\n")
	return b.Bytes()
}

func comma(i int) string {
	if i == 0 {
		return "\n"
	}
	return ",\n"
}

// line is v as JSON on one line.
func line(v any) string {
	b, err := marshal(v)
	if err != nil {
		panic(err) // plain structs: cannot happen
	}
	return string(b)
}

func (m Manifest) output(path string) (Output, bool) {
	i := slices.IndexFunc(m.Outputs, func(o Output) bool { return o.Path == path })
	if i < 0 {
		return Output{}, false
	}
	return m.Outputs[i], true
}

func (m Manifest) figure(id string) (Data, bool) {
	i := slices.IndexFunc(m.Figures, func(d Data) bool { return d.ID == id })
	if i < 0 {
		return Data{}, false
	}
	return m.Figures[i], true
}

// A run is what one run of render knows of the outputs that it looked at.
type run struct {
	inputs  []Input
	outputs []Output
	figures []Data
}

// with returns the manifest after a run: what the run looked at is replaced or
// added, the rest stays.
func (m Manifest) with(r run) Manifest {
	byPath, byID := map[string]Output{}, map[string]Data{}
	for _, o := range append(slices.Clone(m.Outputs), r.outputs...) {
		byPath[o.Path] = o
	}
	for _, d := range append(slices.Clone(m.Figures), r.figures...) {
		byID[d.ID] = d
	}
	return Manifest{
		Version:  manifestVersion,
		Renderer: Renderer,
		Inputs:   r.inputs,
		Outputs:  slices.Collect(maps.Values(byPath)), // bytes sorts
		Figures:  slices.Collect(maps.Values(byID)),
	}
}
