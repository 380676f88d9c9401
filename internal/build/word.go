package build

import (
	"bytes"
	"cmp"
	"context"
	"math"
	"path/filepath"
	"slices"
	"sync"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/manifest"
	"charts/internal/message"
	"charts/internal/word"
)

// A WordState says what a picture in a Word document is.
type WordState string

// What a picture can be.
const (
	Current   WordState = "current"
	OutOfDate WordState = "out of date"
	Resized   WordState = "resized"
	Unknown   WordState = "unknown"
	Missing   WordState = "missing" // there is a caption, and no picture
)

// stateNames are the states for people.
var stateNames = map[WordState]message.Format{
	Current: "current", OutOfDate: "out of date", Resized: "resized", Unknown: "unknown", Missing: "missing",
}

// A WordPicture is one picture of a Word document, as charts sees it.
type WordPicture struct {
	Document string            `json:"document"`
	Place    message.Text      `json:"place"`   // in the document, empty if it is unknown
	Caption  string            `json:"caption"` // the text of the caption, "" when there is none
	ID       string            `json:"id"`      // of the figure, "" when it is unknown
	Spec     string            `json:"spec"`
	State    WordState         `json:"state"`
	Reason   message.Text      `json:"reason"`
	Changes  []manifest.Change `json:"changes"`
}

// Text is one line: the document, the place in it, the caption, and what is wrong.
func (w WordPicture) Text() message.Text {
	caption := message.Data(w.Caption)
	switch {
	case w.Caption != "":
	case w.ID != "":
		caption = message.Of("a picture without a caption")
	default:
		caption = message.Of("a picture without a caption and a figure")
	}
	if w.Place.Empty() {
		return message.Of("%s: %s: %s", w.Document, caption, w.why())
	}
	return message.Of("%s: %s: %s: %s", w.Document, w.Place, caption, w.why())
}

// why is the state of the picture and its reason.
func (w WordPicture) why() message.Text {
	if w.Reason.Empty() {
		return message.Of(stateNames[w.State])
	}
	return message.Of("%s: %s", stateNames[w.State], w.Reason)
}

// Said is the picture with its reason in one language.
func (w WordPicture) Said(l message.Language) WordPicture {
	w.Place, w.Reason = w.Place.Said(l), w.Reason.Said(l)
	return w
}

// Finding is the picture as an output; true if it is not what it should be. A
// picture that is none of ours and is above no caption of ours is fine.
func (w WordPicture) Finding() (Stale, bool) {
	s := Stale{Path: w.Document + ": " + w.Caption, ID: w.ID, Spec: w.Spec, Reason: message.Of("%s: %s", stateNames[w.State], w.Reason), Changes: w.Changes}
	return s, w.State != Current && (w.State != Unknown || w.ID != "")
}

// A wordFigure is a figure drawn for a document.
type wordFigure struct {
	word.Figure
	spec string // the file
	data manifest.Data
	hash string // of its values
	look func() (word.Look, bool)
}

// drawForWord draws the figures asked for as the report shows them.
func drawForWord(p *Project, pl plan, o Options, ids []string, problems diag.List) ([]wordFigure, diag.List) {
	type drawn struct {
		png []byte
		err error
	}
	onPaper := slices.DeleteFunc(slices.Clone(pl.products), func(pr product) bool { // the slide form is not for paper
		return pr.Path != figurePath(pr.ID, chart.Report, Format{Name: "png"}) || !named(ids, pr.ID)
	})
	pictures := each(onPaper, jobs(o), func(pr product) drawn {
		png, err := pr.draw()
		return drawn{png, err}
	})
	var figures []wordFigure
	for i, pr := range onPaper {
		png := pictures[i].png
		if err := pictures[i].err; err != nil {
			problems.Errorf(diag.Pos{File: pr.file}, "cannot-draw", "cannot draw %s: %s", pr.Path, err)
			continue
		}
		at := slices.IndexFunc(pl.figures, func(f *figure) bool { return f.ID == pr.ID })
		f := pl.figures[at]
		figures = append(figures, wordFigure{
			Figure: word.Figure{ID: pr.ID, Caption: f.Number.V, Title: f.Title.V, Subtitle: f.Subtitle.V, PNG: png, Alt: word.Texts(png)["Description"]},
			spec:   pr.Spec, data: p.data(f.ID, f.frame), hash: pr.Data,
			look: sync.OnceValues(func() (word.Look, bool) { return word.See(png) }),
		})
	}
	return figures, problems
}

// CheckWord says of every picture and number of a Word document whether it is what
// insert would put there. The figures are told by what their files say of themselves,
// else by what they look like.
func CheckWord(ctx context.Context, p *Project, o Options, path string) ([]WordPicture, diag.List) {
	d, problems := openWord(path)
	if problems.HasErrors() {
		return nil, problems
	}
	pictures, err := d.Pictures()
	if err != nil {
		problems.Errorf(diag.Pos{File: path}, "bad-document", "%s", err)
		return nil, problems
	}
	w, problems := planWord(ctx, p, o, d)
	old := manifest.Read(o.Out)
	places := placesIn(path)
	var all []WordPicture
	for _, picture := range pictures {
		place := places.of(cmp.Or(picture.Caption, picture.Above))
		if shown, ok := judge(picture, w.figures, old); ok {
			if shown.Place = place; picture.Caption == "" && !place.Empty() {
				shown.Place = message.Of("at or below %s", place)
			}
			all = append(all, shown)
		}
	}
	for _, b := range w.blanks {
		shown := judgeBlank(b, w.numbers[b.Name])
		shown.Place = places.of(b.In)
		all = append(all, shown)
	}
	for i := range all {
		all[i].Document = path
	}
	return all, problems
}

func openWord(path string) (d *word.Document, problems diag.List) {
	src, err := file.Read(path, file.MaxOutput)
	if err != nil {
		problems.Errorf(diag.Pos{File: path}, "cannot-read", "%s", message.ErrorText(err))
		return nil, problems
	}
	d, err = word.Open(src)
	if err != nil {
		problems.Errorf(diag.Pos{File: path}, "bad-document", "%s", err)
	}
	return d, problems
}

// judge says what one picture is. A line that only might be a caption, and has neither
// picture nor figure, is nothing to judge.
func judge(picture word.Picture, figures []wordFigure, old manifest.Manifest) (WordPicture, bool) {
	w := WordPicture{Caption: picture.Caption, State: Unknown, Changes: []manifest.Change{}}
	owner, found := captioned(figures, picture.Caption), identify(figures, picture.Content)
	if owner != nil && owner.shownBy(picture) {
		found = owner // of figures that look the same, the caption's
	}
	of := found
	if of == nil {
		of = owner
	}
	if of != nil {
		w.ID, w.Spec = of.ID, of.spec
	}
	switch gap := word.IsGap(picture.Caption); {
	case gap && owner == nil:
		w.State, w.Reason = Missing, message.Of("no figure has its number or title")
	case gap:
		w.State, w.Reason = Missing, message.Of("%s is not put in yet", owner.ID)
	case owner != nil && picture.Content == nil:
		w.State, w.Reason = Missing, message.Of("no picture stands above the caption")
	case picture.Width == 0 && picture.Content == nil && owner == nil && picture.Caption != "" && len(word.Keys(picture.Caption)) == 0:
		return w, false
	case found == nil:
		w.Reason = message.Of("no figure of the specs looks like it")
	case owner != nil && owner != found:
		w.State, w.Reason = OutOfDate, message.Of("it shows %s, not %s", found.ID, owner.ID)
	default:
		w.State, w.Reason, w.Changes = found.compare(picture, old)
	}
	return w, true
}

// captioned is the figure of a caption: that of its number, the longest that is one,
// else of its title.
func captioned(figures []wordFigure, caption string) *wordFigure {
	for _, key := range word.Keys(caption) {
		for i, f := range figures {
			if own := word.Keys(f.Caption); len(own) > 0 && own[0] == key {
				return &figures[i]
			}
		}
	}
	if i := slices.IndexFunc(figures, func(f wordFigure) bool { return word.Names(caption, f.Figure) }); i >= 0 {
		return &figures[i]
	}
	return nil
}

// glance is the least likeness at which a picture is still found again. Other
// values move it little, another figure far.
const glance = 0.8

// identify finds the figure that a picture shows.
func identify(figures []wordFigure, content []byte) *wordFigure {
	if id := word.Texts(content)["charts:figure"]; id != "" {
		if i := slices.IndexFunc(figures, func(f wordFigure) bool { return f.ID == id }); i >= 0 {
			return &figures[i]
		}
	}
	seen, ok := word.See(content)
	if !ok {
		return nil
	}
	var nearest *wordFigure
	most := glance
	for i := range figures {
		if look, ok := figures[i].look(); ok {
			if x := seen.Likeness(look); x > most {
				nearest, most = &figures[i], x
			}
		}
	}
	return nearest
}

// compare says whether a picture of this figure is what would be drawn now.
func (f *wordFigure) compare(picture word.Picture, old manifest.Manifest) (WordState, message.Text, []manifest.Change) {
	texts := word.Texts(picture.Content)
	if hash := texts["charts:data"]; hash != "" && hash != f.hash {
		return f.outOfDate(hash, old)
	}
	if !bytes.Equal(picture.Content, f.PNG) {
		switch {
		case f.shownBy(picture):
		case texts["charts:data"] != "":
			return OutOfDate, message.Of("the values are the same, %s", f.otherThan(texts)), []manifest.Change{}
		default:
			return OutOfDate, message.Of("it does not look like the figure any more"), []manifest.Change{}
		}
	}
	width, height := picture.SizeOf(f.PNG)
	if picture.Width > 0 && (differs(picture.Width, width) || differs(picture.Height, height)) {
		return Resized, message.Of("it is %.0f × %.0f mm, drawn for %.0f × %.0f mm", picture.Width, picture.Height, width, height), []manifest.Change{}
	}
	return Current, message.Text{}, []manifest.Change{}
}

// otherThan says what besides the values is not as the texts of a picture say.
func (f *wordFigure) otherThan(texts map[string]string) message.Text {
	now := word.Texts(f.PNG)
	switch {
	case texts["Title"] != now["Title"]:
		return message.Of("its title is not")
	case texts["Description"] != now["Description"]:
		return message.Of("its alternative text is not")
	}
	return message.Of("it is drawn in another way")
}

// shownBy reports whether a picture looks like this figure as it is now.
func (f *wordFigure) shownBy(picture word.Picture) bool {
	seen, ok1 := word.See(picture.Content)
	look, ok2 := f.look()
	return ok1 && ok2 && seen.Same(look)
}

// outOfDate names the changed values when the manifest still has those that the
// picture shows.
func (f *wordFigure) outOfDate(hash string, old manifest.Manifest) (WordState, message.Text, []manifest.Change) {
	out, _ := old.Output(figurePath(f.ID, chart.Report, Format{Name: "png"}))
	was, ok := old.Figure(f.ID)
	if !ok || out.Data != hash {
		return OutOfDate, message.Of("the values changed"), []manifest.Change{}
	}
	changes := manifest.Changes(was, f.data)
	return OutOfDate, listed(changes), changes
}

// differs allows for what a word processor rounds.
func differs(a, b float64) bool { return math.Abs(a-b) > 0.5 }

// An Inserted says what became of the figures and numbers of a document.
type Inserted struct {
	Figures []word.Placed
	Numbers []Filled
	Left    []Unfilled // places for figures, that none fits
}

// A Filled is one place for a number.
type Filled struct {
	Name string
	Err  error // why nothing was written
}

// done is how many figures and numbers are in the document.
func (x Inserted) done() (n int) {
	for _, f := range x.Figures {
		if f.Err == nil {
			n++
		}
	}
	for _, f := range x.Numbers {
		if f.Err == nil {
			n++
		}
	}
	return n
}

// InsertWord puts figures above their captions and numbers into their places in a Word
// document, and writes it to a file; nothing is written where nothing fits.
func InsertWord(ctx context.Context, p *Project, o Options, from, to string) (Inserted, diag.List) {
	var x Inserted
	d, problems := openWord(from)
	if problems.HasErrors() {
		return x, problems
	}
	w, problems := planWord(ctx, p, o, d)
	for _, b := range w.blanks {
		x.Numbers = append(x.Numbers, Filled{b.Name, w.numbers[b.Name].err})
	}
	var figures []word.Figure
	for _, f := range w.figures {
		figures = append(figures, f.Figure)
	}
	err := d.Fill(func(b word.Blank) (string, bool) {
		f := w.numbers[b.Name]
		return f.in(b), f.err == nil
	})
	if err == nil {
		var left []string
		x.Figures, left, err = d.Insert(figures)
		x.Left = unfilled(p, o, left)
	}
	x.Figures = slices.DeleteFunc(x.Figures, func(f word.Placed) bool { // what has no number need not be in the document
		return f.Err != nil && f.Figure.Caption == "" && !slices.Contains(o.IDs, f.Figure.ID)
	})
	if err == nil && x.done() > 0 {
		err = writeWord(d, to)
	}
	if err != nil {
		problems.Errorf(diag.Pos{File: from}, "bad-document", "%s", err)
	}
	return x, problems
}

// writeWord writes a document, if it is not there already.
func writeWord(d *word.Document, to string) error {
	content, err := d.Bytes()
	if err != nil {
		return err
	}
	if have, err := file.Read(to, file.MaxOutput); err == nil && bytes.Equal(have, content) {
		return nil
	}
	if by := file.OpenIn(to); by != "" {
		return message.Errorf("cannot write %s: it is open in %s; close it there first", to, by)
	}
	if err := file.Write(filepath.Clean(to), content); err != nil {
		return message.Errorf("cannot write %s: %s", to, message.ErrorText(err))
	}
	return nil
}
