package build

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"charts/internal/message"
)

// A Manifest says what stands in the output folder and what it was made of. It
// holds no times and no names of machines, so that equal inputs give equal bytes.
// It is enough to tell what changed, without the old report.
type Manifest struct {
	Version  int      `json:"version"`
	Renderer string   `json:"renderer"` // the version of the drawing code
	Inputs   []Input  `json:"inputs"`   // every file that was read
	Outputs  []Output `json:"outputs"`  // by path
	Figures  []Values `json:"figures"`  // the values drawn, by id
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
	manifestName    = "manifest.json"
	manifestVersion = 1
)

// manifestFile is the name of the manifest. The parts of a sharded run have one
// each, so that their folders can be copied together.
func manifestFile(s Shard) string {
	if s.Of == 0 {
		return manifestName
	}
	return fmt.Sprintf("manifest.%d-of-%d.json", s.Index, s.Of)
}

// parts are the manifests of sharded runs that no whole run has taken over yet.
func parts(out string) []string {
	var paths []string
	entries, _ := os.ReadDir(out) // a folder that is not there has none
	for _, e := range entries {
		if ok, _ := filepath.Match("manifest.*-of-*.json", e.Name()); ok {
			paths = append(paths, filepath.Join(out, e.Name()))
		}
	}
	return paths
}

func removeParts(out string) {
	for _, path := range parts(out) {
		os.Remove(path)
	}
}

// readManifest reads the manifest of an output folder, and what sharded runs have
// added to it. A folder without one, or with one that cannot be read, has the
// empty manifest: everything is new.
func readManifest(out string) Manifest {
	m := manifestAt(filepath.Join(out, manifestName))
	for _, path := range parts(out) {
		if part := manifestAt(path); part.Renderer == Renderer {
			m = m.with(run{part.Inputs, part.Outputs, part.Figures, true})
		}
	}
	return m
}

func manifestAt(path string) Manifest {
	f, err := openRegular(path)
	if err != nil {
		return Manifest{}
	}
	defer f.Close()
	m, _ := parseManifest(bufio.NewReader(f))
	return m
}

// parseManifest reads a manifest, an element at a time; false if it is none.
func parseManifest(r io.Reader) (m Manifest, ok bool) {
	dec := json.NewDecoder(r)
	if !next(dec, '{') {
		return Manifest{}, false
	}
	for dec.More() {
		key, err := dec.Token()
		if err == nil {
			err = m.read(key, dec)
		}
		if err != nil {
			return Manifest{}, false
		}
	}
	if _, end := dec.Token(); end != nil || m.Version != manifestVersion {
		return Manifest{}, false
	}
	if _, end := dec.Token(); end != io.EOF {
		return Manifest{}, false
	}
	m.sort()
	return m, true
}

// read reads one member of a manifest.
func (m *Manifest) read(key json.Token, dec *json.Decoder) error {
	switch key {
	case "version":
		return dec.Decode(&m.Version)
	case "renderer":
		return dec.Decode(&m.Renderer)
	case "inputs":
		return dec.Decode(&m.Inputs)
	case "outputs":
		return elements(dec, func(o Output) error {
			m.Outputs = append(m.Outputs, o)
			return nil
		})
	case "figures":
		return elements(dec, func(text json.RawMessage) error {
			v, err := valuesRead(text)
			m.Figures = append(m.Figures, v)
			return err
		})
	}
	var other json.RawMessage
	return dec.Decode(&other)
}

// elements reads a list.
func elements[T any](dec *json.Decoder, take func(T) error) error {
	if !next(dec, '[') {
		return message.Errorf("no list")
	}
	for dec.More() {
		var element T
		if err := dec.Decode(&element); err != nil {
			return err
		}
		if err := take(element); err != nil {
			return err
		}
	}
	_, err := dec.Token()
	return err
}

// next takes one delimiter.
func next(dec *json.Decoder, want json.Delim) bool {
	got, err := dec.Token()
	return err == nil && got == want
}

func (m Manifest) sort() {
	slices.SortStableFunc(m.Outputs, func(a, b Output) int { return strings.Compare(a.Path, b.Path) })
	slices.SortStableFunc(m.Figures, func(a, b Values) int { return strings.Compare(a.ID, b.ID) })
}

// write writes the manifest: sorted, and one line for each output and each row of
// values, so that a diff of two manifests reads like a diff of two tables.
func (m Manifest) write(to io.Writer) error {
	w := bufio.NewWriter(to)
	fmt.Fprintf(w, "{\n\"version\": %d,\n\"renderer\": %q,\n\"inputs\": [", m.Version, m.Renderer)
	for i, in := range m.Inputs {
		w.WriteString(comma(i) + line(in))
	}
	w.WriteString("\n],\n\"outputs\": [")
	for i, o := range m.Outputs {
		w.WriteString(comma(i) + line(o))
	}
	w.WriteString("\n],\n\"figures\": [")
	for i, v := range m.Figures {
		w.WriteString(comma(i))
		if _, err := w.Write(v.text()); err != nil {
			return err // nobody wants the rest
		}
	}
	w.WriteString("\n]\n}\n")
	return w.Flush()
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

// manifestIs reports whether the manifest of a run already says this, and says it
// alone.
func manifestIs(o Options, m Manifest) bool {
	f, err := openRegular(outPath(o.Out, manifestFile(o.Shard)))
	if err != nil {
		return false
	}
	defer f.Close()
	have := matcher{bufio.NewReader(f)}
	return (o.Shard.Of > 0 || len(parts(o.Out)) == 0) && m.write(have) == nil && have.ended()
}

// A matcher takes what its text says, and nothing else.
type matcher struct{ *bufio.Reader }

func (m matcher) Write(p []byte) (int, error) {
	have := make([]byte, len(p))
	if _, err := io.ReadFull(m.Reader, have); err != nil || !bytes.Equal(have, p) {
		return 0, message.Errorf("another text")
	}
	return len(p), nil
}

// ended reports whether nothing follows what it took.
func (m matcher) ended() bool {
	_, err := m.Peek(1)
	return err == io.EOF
}

func (m Manifest) output(path string) (Output, bool) {
	i, ok := slices.BinarySearchFunc(m.Outputs, path, func(o Output, path string) int { return strings.Compare(o.Path, path) })
	if !ok {
		return Output{}, false
	}
	return m.Outputs[i], true
}

func (m Manifest) figure(id string) (Data, bool) {
	i, ok := slices.BinarySearchFunc(m.Figures, id, func(v Values, id string) int { return strings.Compare(v.ID, id) })
	if !ok {
		return Data{}, false
	}
	return m.Figures[i].Data(), true
}

// A run is what one run of render knows of the outputs that it looked at.
type run struct {
	inputs  []Input
	outputs []Output
	figures []Values
	part    bool // of the specs: it read only what they need
}

// with returns the manifest after a run: what the run looked at is replaced or
// added, the rest stays. What stays from another version of the renderer loses
// the hash of its chart: it is not what this version would draw.
func (m Manifest) with(r run) Manifest {
	byPath, byID := map[string]Output{}, map[string]Values{}
	for _, o := range m.Outputs {
		if m.Renderer != Renderer {
			o.Chart = ""
		}
		byPath[o.Path] = o
	}
	for _, o := range r.outputs {
		byPath[o.Path] = o
	}
	for _, v := range append(slices.Clone(m.Figures), r.figures...) {
		byID[v.ID] = v
	}
	after := Manifest{
		Version:  manifestVersion,
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
func (m Manifest) inputs(r run) []Input {
	if !r.part {
		return r.inputs
	}
	read := map[string]bool{}
	for _, in := range r.inputs {
		read[in.Path] = true
	}
	all := slices.Clone(r.inputs)
	for _, in := range m.Inputs {
		if !read[in.Path] {
			all = append(all, in)
		}
	}
	sortInputs(all)
	return all
}

// without returns the manifest without outputs whose spec is gone, and without the
// values of figures that are.
func (m Manifest) without(gone []Output, has func(id string) bool) Manifest {
	m.Outputs = slices.DeleteFunc(slices.Clone(m.Outputs), func(o Output) bool {
		return slices.ContainsFunc(gone, func(g Output) bool { return g.Path == o.Path })
	})
	m.Figures = slices.DeleteFunc(slices.Clone(m.Figures), func(v Values) bool { return !has(v.ID) })
	return m
}
