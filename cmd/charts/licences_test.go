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
)

// licencesFile goes with every archive and image: the licences of what is linked
// into the program.
const licencesFile = "../../THIRD-PARTY.txt"

// TestThirdPartyLicences holds THIRD-PARTY.txt to the modules that the program is
// made of on any system. UPDATE_LICENCES=1 writes it anew.
func TestThirdPartyLicences(t *testing.T) {
	var b strings.Builder
	b.WriteString("The program charts contains these modules, under their licences.\n")
	for _, m := range linkedModules(t) {
		texts := licencesOf(t, m)
		if len(texts) == 0 {
			t.Errorf("%s has no licence", m.path)
		}
		fmt.Fprintf(&b, "\n%s\n%s %s\n\n%s\n", strings.Repeat("=", 72), m.path, m.version, strings.Join(texts, "\n\n"))
	}
	if os.Getenv("UPDATE_LICENCES") != "" {
		if err := os.WriteFile(licencesFile, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if have, _ := os.ReadFile(licencesFile); string(have) != b.String() {
		t.Errorf("%s is not what the modules say; UPDATE_LICENCES=1 go test ./cmd/charts writes it", filepath.Base(licencesFile))
	}
}

// A module is one that is linked into the program, with the folder of its source.
type module struct{ path, version, dir string }

// linkedModules are those of all systems that are released, by path.
func linkedModules(t *testing.T) (all []module) {
	for _, system := range []string{"linux", "darwin", "windows"} {
		cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}", ".")
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
