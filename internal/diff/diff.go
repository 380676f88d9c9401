// Package diff compares what two runs left: the values first, then the figures,
// then the pictures. It needs their outputs alone, no report and no spec.
package diff

import (
	"slices"
	"strings"

	"charts/internal/manifest"
	"charts/internal/message"
)

// A Diff is what changed between two artefacts.
type Diff struct {
	Before  string   `json:"before"`
	After   string   `json:"after"`
	Figures []Figure `json:"figures"` // whose values changed
	New     []string `json:"new"`     // ids of figures
	Gone    []string `json:"gone"`    // ids of figures
	Outputs []Output `json:"outputs"`

	before, after manifest.Artefact
}

// A Figure is one figure whose values changed, or a page with other numbers in
// its cards and texts.
type Figure struct {
	ID      string            `json:"id"` // of a page its path
	Changes []manifest.Change `json:"changes"`
}

// A State says what became of an output.
type State string

// What can become of an output.
const (
	Changed State = "changed"
	Redrawn State = "redrawn" // with the same values
	New     State = "new"
	Gone    State = "gone"
)

// stateNames are the states for people.
var stateNames = map[State]message.Format{Changed: "changed", Redrawn: "drawn anew, same values", New: "new", Gone: "gone"}

// An Output is one file that is not the same.
type Output struct {
	Path  string `json:"path"`
	ID    string `json:"id"`
	State State  `json:"state"`

	Parts []string `json:"parts,omitempty"` // that changed where no value did: title, axes …
}

// Of compares two artefacts.
func Of(before, after manifest.Artefact) Diff {
	d := Diff{
		Before: before.Name, After: after.Name, before: before, after: after,
		Figures: []Figure{}, New: []string{}, Gone: []string{}, Outputs: []Output{},
	}
	d.compareFigures()
	d.compareOutputs()
	return d
}

// Empty reports whether nothing changed.
func (d Diff) Empty() bool {
	return len(d.Figures)+len(d.New)+len(d.Gone)+len(d.Outputs) == 0
}

func (d *Diff) compareFigures() {
	old := map[string]manifest.Entry{}
	for _, f := range d.before.Manifest.Figures {
		old[f.ID] = f
	}
	for _, f := range d.after.Manifest.Figures {
		was, ok := old[f.ID]
		delete(old, f.ID)
		if !ok {
			if !isPage(f.ID) { // which is new among the outputs
				d.New = append(d.New, f.ID)
			}
			continue
		}
		if was.Equal(f) {
			continue
		}
		before, _ := was.Data()
		after, _ := f.Data()
		if changes := manifest.Changes(before, after); len(changes) > 0 {
			d.Figures = append(d.Figures, Figure{f.ID, changes})
		}
	}
	for id := range old {
		if !isPage(id) {
			d.Gone = append(d.Gone, id)
		}
	}
	slices.Sort(d.Gone)
}

// isPage reports whether an id is the path of a page, which stands for the numbers
// of its cards and texts.
func isPage(id string) bool {
	_, ok := manifest.PageOf(id)
	return ok
}

func (d *Diff) compareOutputs() {
	old := map[string]manifest.Output{}
	for _, o := range d.before.Manifest.Outputs {
		old[o.Path] = o
	}
	for _, o := range d.after.Manifest.Outputs {
		was, ok := old[o.Path]
		delete(old, o.Path)
		switch {
		case !ok:
			d.Outputs = append(d.Outputs, Output{Path: o.Path, ID: o.ID, State: New})
		case was.SHA256 != o.SHA256 && was.Data != o.Data:
			d.Outputs = append(d.Outputs, Output{Path: o.Path, ID: o.ID, State: Changed})
		case was.SHA256 != o.SHA256:
			d.Outputs = append(d.Outputs, Output{o.Path, o.ID, Redrawn, manifest.OtherParts(was.Parts, o.Parts)})
		}
	}
	for _, o := range old {
		d.Outputs = append(d.Outputs, Output{Path: o.Path, ID: o.ID, State: Gone})
	}
	slices.SortFunc(d.Outputs, func(a, b Output) int { return strings.Compare(a.Path, b.Path) })
}
