package build

import (
	"cmp"

	"charts/internal/diag"
	"charts/internal/font"
	"charts/internal/spec"
)

// loadFonts reads the fonts that the theme names. Texts are as wide as they are in
// these fonts, so that nothing is drawn without them.
func loadFonts(p *Project, own []spec.Font) (problems diag.List) {
	var all []font.Weights
	for _, f := range own {
		w := font.Weights{Regular: p.font(f.File, f.Face, &problems)}
		w.Bold = w.Regular
		if f.Bold.Set() {
			w.Bold = p.font(f.Bold, f.Face, &problems)
		}
		all = append(all, w)
	}
	if !problems.HasErrors() {
		p.fonts = font.NewFamily(all...)
	}
	return problems
}

// font reads the font of a file.
func (p *Project) font(at, name spec.At[string], problems *diag.List) *font.Face {
	src, err := p.readSide(at.V)
	if err != nil {
		noSide(problems, at, err)
		return nil
	}
	var face *font.Face
	err = diag.Try(func() (err error) {
		face, err = font.Parse(src, name.V)
		return err
	})
	if err != nil {
		problems.Errorf(at.Pos, "font", "cannot set texts in %s: %s", at.V, err)
	}
	return face
}

// fontFiles are the files of the fonts that the theme names.
func fontFiles(t *spec.Theme) (files []string) {
	for _, f := range t.Fonts {
		files = append(files, f.File.V, cmp.Or(f.Bold.V, f.File.V))
	}
	return files
}
