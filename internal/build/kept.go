package build

import (
	"os"
	"path/filepath"
	"strings"
	"sync"

	"charts/internal/file"
	"charts/internal/manifest"
	"charts/internal/peer"
)

// keptFolder is in the output folder of a run for each institution: what the next run
// need not read again. Without it everything is read, and nothing else is lost.
const keptFolder = ".kept"

// keep writes a file for the next run. A folder that cannot be written to keeps none.
func (c *country) keep(name string, content []byte) {
	if file.WriteInRoot(c.o.Out, filepath.Join(keptFolder, name), content) == nil && !exists(c.kept(".gitignore")) {
		file.WriteInRoot(c.o.Out, filepath.Join(keptFolder, ".gitignore"), []byte("*\n"))
	}
}

func (c *country) kept(name string) string { return filepath.Join(c.o.Out, keptFolder, name) }

// numbersIn reads the reports of an institution. What is wrong with them is told when
// they are drawn.
func numbersIn(o Options) []peer.Number {
	p, _ := loadReports(o)
	var facts []peer.Fact
	for _, doc := range p.Documents {
		for _, r := range o.Reports {
			if doc.Path == r.Paths[0] {
				facts = append(facts, peer.Facts(doc, r.institution, r.year)...)
			}
		}
	}
	return peer.Numbers(facts)
}

func pathsOf(reports []ReportArg) (paths []string) {
	for _, r := range reports {
		paths = append(paths, r.Paths...)
	}
	return paths
}

// hash is that of the program and of some files.
func (c *country) hash(paths []string) string {
	all := []string{program()}
	for _, path := range paths {
		all = append(all, path, c.sum(path))
	}
	return file.Sum([]byte(strings.Join(all, "\x00")))
}

// sum is the hash of a file, which is read once in a run; "" if there is none.
func (c *country) sum(path string) string {
	sum, ok := c.sums[path]
	if !ok {
		sum = file.Hash(path)
		c.sums[path] = sum
	}
	return sum
}

// program is the hash of the program: another one may read and draw otherwise.
var program = sync.OnceValue(func() string {
	path, err := os.Executable()
	if err != nil {
		return manifest.Renderer
	}
	return file.Hash(path)
})
