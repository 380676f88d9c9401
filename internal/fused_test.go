package internal_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// unfused is what a release for any processor is built with. The same bytes
// everywhere want a product rounded before it is added.
const unfused = "all=-d=fmahash=qn"

func TestReleasesDoNotFuseProducts(t *testing.T) {
	for _, file := range []string{"../.goreleaser.yaml", "../Dockerfile"} {
		if src, err := os.ReadFile(file); err != nil || !strings.Contains(string(src), unfused) {
			t.Errorf("%s builds without -gcflags=%s (%v)", file, unfused, err)
		}
	}
	src := filepath.Join(t.TempDir(), "p.go")
	if err := os.WriteFile(src, []byte("package p\n\nfunc f(a, b, c float64) float64 { return a*b + c }\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		flag  string
		fused bool
	}{{"-S", true}, {strings.TrimPrefix(unfused, "all="), false}} {
		compile := exec.Command("go", "tool", "compile", "-S", test.flag, "-o", os.DevNull, src)
		compile.Env = append(os.Environ(), "GOARCH=arm64")
		out, err := compile.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if fused := strings.Contains(string(out), "FMADD"); fused != test.fused {
			t.Errorf("with %s the compiler for arm64 fuses: %v", test.flag, fused)
		}
	}
}
