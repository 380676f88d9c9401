// Package manifest is what is in an output folder: which files, of what they
// were made, which values they show, and what changed since another state.
package manifest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"charts/internal/file"
)

// A Manifest says what is in the output folder and what it was made of. It
// holds no times and no names of machines, so that equal inputs give equal bytes.
// It is enough to tell what changed, without the old report.
type Manifest struct {
	Version  int      `json:"version"`
	Renderer string   `json:"renderer"` // the version of the drawing code
	Inputs   []Input  `json:"inputs"`   // every file that was read
	Outputs  []Output `json:"outputs"`  // by path
	Figures  []Entry  `json:"-"`        // the values drawn, by id
}

// An Output is one file of the output folder.
type Output struct {
	Path   string   `json:"path"` // under the output folder
	ID     string   `json:"id"`   // of the figure or dashboard
	Spec   string   `json:"spec"`
	Inputs []string `json:"inputs"` // the files that its values came from
	Chart  string   `json:"chart"`  // hash of all that is drawn
	Parts  string   `json:"parts"`  // and of its parts, shortened: title 5d41402a, size 7d793037 …
	Data   string   `json:"data"`   // hash of the values
	SHA256 string   `json:"sha256"` // of the file
}

// An Input is a file that was read.
type Input struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

const (
	Name    = "manifest.json"
	version = 1
)

// FileName is the name of the manifest. The parts of a sharded run have one
// each, so that their folders can be copied together.
func FileName(s Shard) string {
	if s.Of == 0 {
		return Name
	}
	return fmt.Sprintf("manifest.%d-of-%d.json", s.Index, s.Of)
}

// ShardFiles are the manifests of sharded runs that no whole run has taken over yet.
func ShardFiles(out string) []string {
	var paths []string
	entries, _ := os.ReadDir(out) // a folder that is not there has none
	for _, e := range entries {
		if ok, _ := filepath.Match("manifest.*-of-*.json", e.Name()); ok {
			paths = append(paths, filepath.Join(out, e.Name()))
		}
	}
	return paths
}

// RemoveShards removes the manifests of sharded runs, which a whole run has taken
// over.
func RemoveShards(out string) {
	for _, path := range ShardFiles(out) {
		os.Remove(path)
	}
}

// Read reads the manifest of an output folder, and what sharded runs have
// added to it. A folder without one, or with one that cannot be read, has the
// empty manifest: everything is new.
func Read(out string) Manifest {
	m := readAt(filepath.Join(out, Name))
	for _, path := range ShardFiles(out) {
		if part := readAt(path); part.Renderer == Renderer {
			m = m.with(Run{Inputs: part.Inputs, Outputs: part.Outputs, Part: true}, part.Figures)
		}
	}
	return m
}

func readAt(path string) Manifest {
	src, err := file.Read(path, file.MaxOutput)
	if err != nil {
		return Manifest{}
	}
	m, _ := Parse(src)
	return m
}

// Parse reads a manifest; false if it is none.
func Parse(src []byte) (m Manifest, ok bool) {
	var all struct {
		Manifest
		Figures []Data `json:"figures"`
	}
	head, entries := split(src)
	if json.Unmarshal(head, &all) != nil || all.Version != version || slices.ContainsFunc(all.Figures, Data.ragged) {
		return Manifest{}, false
	}
	all.Manifest.Figures = append(entries, entriesOf(all.Figures)...)
	all.sort()
	return all.Manifest, true
}

func (m Manifest) sort() {
	slices.SortStableFunc(m.Outputs, func(a, b Output) int { return strings.Compare(a.Path, b.Path) })
	slices.SortStableFunc(m.Figures, func(a, b Entry) int { return strings.Compare(a.ID, b.ID) })
}

// Text is the manifest as a file: sorted, and one line for each output and each row
// of values, so that a diff of two manifests reads like a diff of two tables.
func (m Manifest) Text() []byte {
	var w bytes.Buffer
	fmt.Fprintf(&w, "{\n\"version\": %d,\n\"renderer\": %q,\n\"inputs\": [", m.Version, m.Renderer)
	for i, in := range m.Inputs {
		w.WriteString(comma(i) + Line(in))
	}
	w.WriteString("\n],\n\"outputs\": [")
	for i, o := range m.Outputs {
		w.WriteString(comma(i) + Line(o))
	}
	w.WriteString("\n],\n\"figures\": [")
	for i, e := range m.Figures {
		w.WriteString(comma(i))
		w.Write(e.text)
	}
	w.WriteString("\n]\n}\n")
	return w.Bytes()
}

func comma(i int) string {
	if i == 0 {
		return "\n"
	}
	return ",\n"
}

// UpToDate reports whether the manifest of a run already is this text, and stands
// alone.
func UpToDate(out string, s Shard, text []byte) bool {
	have, err := file.Read(filepath.Join(out, FileName(s)), file.MaxOutput)
	return err == nil && (s.Of > 0 || len(ShardFiles(out)) == 0) && bytes.Equal(have, text)
}

// Output is the output at a path, if the manifest has it.
func (m Manifest) Output(path string) (Output, bool) {
	i, ok := slices.BinarySearchFunc(m.Outputs, path, func(o Output, path string) int { return strings.Compare(o.Path, path) })
	if !ok {
		return Output{}, false
	}
	return m.Outputs[i], true
}

// Figure is the values of a figure, if the manifest has them.
func (m Manifest) Figure(id string) (Data, bool) {
	i, ok := slices.BinarySearchFunc(m.Figures, id, func(e Entry, id string) int { return strings.Compare(e.ID, id) })
	if !ok {
		return Data{}, false
	}
	return m.Figures[i].Data()
}

// A Run is what one run of render knows of the outputs that it looked at.
type Run struct {
	Inputs  []Input
	Outputs []Output
	Figures []Data
	Part    bool // of the specs: it read only what they need
}

// With returns the manifest after a run: what the run looked at is replaced or
// added, the rest stays. What stays from another version of the renderer loses
// the hash of its chart: it is not what this version would draw.
func (m Manifest) With(r Run) Manifest { return m.with(r, entriesOf(r.Figures)) }

func (m Manifest) with(r Run, figures []Entry) Manifest {
	byPath, byID := map[string]Output{}, map[string]Entry{}
	for _, o := range m.Outputs {
		if m.Renderer != Renderer {
			o.Chart = ""
		}
		byPath[o.Path] = o
	}
	for _, o := range r.Outputs {
		byPath[o.Path] = o
	}
	for _, e := range slices.Concat(m.Figures, figures) {
		byID[e.ID] = e
	}
	after := Manifest{
		Version:  version,
		Renderer: Renderer,
		Inputs:   m.inputs(r),
		Outputs:  slices.Collect(maps.Values(byPath)),
		Figures:  slices.Collect(maps.Values(byID)),
	}
	after.sort()
	return after
}

// inputs are the files that were read, after a run: one of a part of the specs adds
// to them.
func (m Manifest) inputs(r Run) []Input {
	if !r.Part {
		return r.Inputs
	}
	read := map[string]bool{}
	for _, in := range r.Inputs {
		read[in.Path] = true
	}
	all := slices.Clone(r.Inputs)
	for _, in := range m.Inputs {
		if !read[in.Path] {
			all = append(all, in)
		}
	}
	SortInputs(all)
	return all
}

// WithInput returns the manifest after a file changed that the outputs were made of, in
// nothing that they show.
func (m Manifest) WithInput(in Input) Manifest {
	m.Inputs = slices.Clone(m.Inputs)
	for i := range m.Inputs {
		if m.Inputs[i].Path == in.Path {
			m.Inputs[i] = in
		}
	}
	return m
}

// Without returns the manifest without outputs whose spec is gone, and without the
// values of figures that are.
func (m Manifest) Without(gone []Output, has func(id string) bool) Manifest {
	m.Outputs = slices.DeleteFunc(slices.Clone(m.Outputs), func(o Output) bool {
		return slices.ContainsFunc(gone, func(g Output) bool { return g.Path == o.Path })
	})
	m.Figures = slices.DeleteFunc(slices.Clone(m.Figures), func(e Entry) bool { return !has(e.ID) })
	return m
}

// A Shard is one of several equal parts of the work: part Index, from 1, of Of.
// The zero Shard is all of it.
type Shard struct{ Index, Of int }

// Renderer is the version of the drawing code. It is part of the key of every
// output: raise it when the same chart is drawn in another way.
const Renderer = "5"

// SortInputs sorts files by path.
func SortInputs(inputs []Input) {
	slices.SortFunc(inputs, func(a, b Input) int {
		return strings.Compare(a.Path+"\x00"+a.SHA256, b.Path+"\x00"+b.SHA256)
	})
}
