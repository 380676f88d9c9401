package build

import (
	"context"
	"os"
	"strings"
	"testing"

	"charts/internal/file"
	"charts/internal/manifest"
)

// A folder that is taken away during a run costs what was drawn until then. The
// run says so, its manifest names what stands, and the next run draws the rest.
func TestFolderVanishesDuringARun(t *testing.T) {
	tests := []struct {
		name   string
		vanish func() error
	}{
		{"removed", func() error { return os.RemoveAll("out") }},
		{"moved", func() error { return os.Rename("out", "elsewhere") }},
		{"emptied", func() error { return os.RemoveAll("out/figures") }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := project(t)
			o.Jobs = 1
			p, _ := Load(o)
			_, problems := Render(context.Background(), p, o, func(done, _ int) {
				if done == 10 {
					if err := tt.vanish(); err != nil {
						t.Error(err)
					}
				}
			})
			if len(problems) != 1 || problems[0].Rule != "vanished" || !strings.Contains(problems[0].Text.String(), "10 of") {
				t.Errorf("the run says %v", problems)
			}
			for _, out := range manifest.Read("out").Outputs {
				if !file.Is(outPath("out", out.Path), out.SHA256) {
					t.Errorf("the manifest names %s, which does not stand", out.Path)
				}
			}
			if written, said := draw(t, o); written != 10 || said != "" {
				t.Errorf("the next run draws %d and says %q", written, said)
			}
		})
	}
}
