package build

import (
	"charts/internal/diag"
	"charts/internal/render/dashboard"
	"charts/internal/spec"
)

// logo is the picture that a spec names; nil where it names none, or where the
// file is no picture to show.
func (p *Project) logo(l spec.Logo) (*dashboard.Logo, diag.List) {
	var problems diag.List
	at := l.File
	if !at.Set() {
		return nil, nil
	}
	src, err := p.readSide(at.V)
	if err != nil {
		noSide(&problems, at, err)
		return nil, problems
	}
	logo, err := dashboard.NewLogo(src, l.Alt.V)
	if err != nil {
		problems.Errorf(at.Pos, "logo", "%s is no logo: %s", at.V, err).Hintf("save it as PNG, or as plain SVG: shapes and texts alone")
		return nil, problems
	}
	return &logo, nil
}
