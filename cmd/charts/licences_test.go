package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// programs are those whose archives and images carry the licences of what is linked
// into them.
var programs = []struct{ name, module, source, licences string }{
	{"charts", "../..", "./cmd/charts", "../../THIRD-PARTY.txt"},
	{"charts-reach", "../../reach", "./cmd/charts-reach", "../../reach/THIRD-PARTY.txt"},
}

// TestThirdPartyLicences holds the lists to the modules that the programs are made of on
// any system. Modules of the same licence share its text. UPDATE_LICENCES=1 writes them
// anew.
func TestThirdPartyLicences(t *testing.T) {
	for _, p := range programs {
		var texts []string
		of := map[string][]string{}
		for _, m := range append([]module{standardLibrary(t)}, linkedModules(t, p.module, p.source)...) {
			own := licencesOf(t, m)
			if m.path == "github.com/klippa-app/go-pdfium" { // it embeds PDFium without its licence
				own = append(own, strings.TrimSpace(string(readFile(t, "../../internal/pdftext/PDFIUM-LICENSE.txt"))))
			}
			text := strings.Join(own, "\n\n")
			if text == "" {
				t.Errorf("%s has no licence", m.path)
			}
			if of[text] == nil {
				texts = append(texts, text)
			}
			of[text] = append(of[text], strings.TrimSpace(m.path+" "+m.version))
		}
		var b strings.Builder
		fmt.Fprintf(&b, "The program %s contains these modules, under their licences.\n", p.name)
		for _, text := range texts {
			fmt.Fprintf(&b, "\n%s\n%s\n\n%s\n", strings.Repeat("=", 72), strings.Join(of[text], "\n"), text)
		}
		if os.Getenv("UPDATE_LICENCES") != "" {
			if err := os.WriteFile(p.licences, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if have, _ := os.ReadFile(p.licences); string(have) != b.String() {
			t.Errorf("%s is not what the modules say; UPDATE_LICENCES=1 go test ./cmd/charts writes it", p.licences)
		}
	}
}

// ownLicences are those of what is embedded, beside the modules.
var ownLicences = []string{
	"LICENSE", "THIRD-PARTY.txt", "internal/font/OFL.txt", "internal/font/NOTICE",
	"internal/render/dashboard/assets/LICENSE", "internal/render/dashboard/assets/NOTICE", "internal/typeset/NOTICE",
}

// Archives, packages and images carry every licence, and name only files that exist.
func TestReleasesCarryLicences(t *testing.T) {
	var release struct {
		Archives []struct{ Files []any }
		Nfpms    []struct{ Contents []struct{ Src string } }
	}
	if err := yaml.Unmarshal(readFile(t, "../../.goreleaser.yaml"), &release); err != nil {
		t.Fatal(err)
	}
	carried := map[string][]string{}
	for _, f := range release.Archives[0].Files {
		if m, ok := f.(map[string]any); ok {
			f = m["src"]
		}
		carried["archive"] = append(carried["archive"], f.(string))
	}
	for _, f := range release.Nfpms[0].Contents {
		carried["package"] = append(carried["package"], f.Src)
	}
	for line := range strings.Lines(string(readFile(t, "../../Dockerfile"))) {
		if words := strings.Fields(line); len(words) > 2 && words[0] == "COPY" && !strings.HasPrefix(words[1], "--") {
			carried["image"] = append(carried["image"], words[1:len(words)-1]...)
		}
	}
	for _, kind := range []string{"archive", "package", "image"} {
		for _, name := range ownLicences {
			if !slices.Contains(carried[kind], name) {
				t.Errorf("the %s has no %s", kind, name)
			}
		}
		for _, pattern := range carried[kind] {
			if found, _ := filepath.Glob(filepath.Join("../..", strings.ReplaceAll(pattern, "**/", ""))); len(found) == 0 {
				t.Errorf("the %s names %s, which is not there", kind, pattern)
			}
		}
	}
}

// A module is one that is linked into the program, with the folder of its source.
type module struct{ path, version, dir string }

// standardLibrary is what comes with the compiler, of any version.
func standardLibrary(t *testing.T) module {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatalf("go env GOROOT: %v", err)
	}
	return module{path: "The Go standard library", dir: strings.TrimSpace(string(out))}
}

// linkedModules are those of all systems that are released, by path.
func linkedModules(t *testing.T, dir, source string) (all []module) {
	for _, system := range []string{"linux", "darwin", "windows"} {
		cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if and (not .Main) .Version (ne .Path \"charts\")}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}", source)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list for %s: %v", system, err)
		}
		for line := range strings.Lines(string(out)) {
			if f := strings.SplitN(strings.TrimSpace(line), " ", 3); len(f) == 3 {
				all = append(all, module{f[0], f[1], f[2]})
			}
		}
	}
	slices.SortFunc(all, func(a, b module) int { return strings.Compare(a.path, b.path) })
	return slices.Compact(all)
}

// licenceNames are the files in which modules say their licence.
var licenceNames = regexp.MustCompile(`(?i)^(?:licen[cs]e|copying|notice)(?:[.-].*)?$`)

// licencesOf are the texts of a module's licences, each with one kind of line end.
func licencesOf(t *testing.T, m module) (texts []string) {
	entries, err := os.ReadDir(m.dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() || !licenceNames.MatchString(e.Name()) {
			continue
		}
		src, err := os.ReadFile(filepath.Join(m.dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, strings.TrimSpace(strings.ReplaceAll(string(src), "\r\n", "\n")))
	}
	return texts
}
