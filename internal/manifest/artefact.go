package manifest

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"charts/internal/file"
	"charts/internal/message"
)

// An Artefact is what a run left: a manifest, and the outputs beside it.
type Artefact struct {
	Name     string // as the user named it
	Manifest Manifest
	read     func(path string) ([]byte, error)
}

// Read is the content of one output of the artefact.
func (a Artefact) Read(path string) ([]byte, error) { return a.read(path) }

// Open opens an output folder, a manifest, or git:REV:FOLDER, an output
// folder as a revision of this repository has it.
func Open(name string) (Artefact, error) {
	a := Artefact{Name: name}
	manifest := Name
	switch info, err := os.Stat(name); {
	case strings.HasPrefix(name, "git:"):
		rest := strings.TrimPrefix(name, "git:")
		i := strings.LastIndex(rest, ":")
		if i < 1 || strings.HasPrefix(rest, "-") {
			return a, message.Errorf("%s: write git:REV:FOLDER, as git:HEAD:out", name)
		}
		a.read = fromGit(rest[:i], rest[i+1:])
	case err != nil:
		return a, message.Errorf("%s: %s; a revision is written git:REV:FOLDER, as git:HEAD:out", name, message.ErrorText(err))
	case info.IsDir():
		a.read = fromFolder(name)
	default:
		a.read, manifest = fromFolder(filepath.Dir(name)), filepath.Base(name)
	}
	src, err := a.read(manifest)
	if err != nil {
		return a, message.Errorf("%s: cannot read its %s: %s", name, manifest, message.ErrorText(err))
	}
	m, ok := Parse(src)
	for _, e := range m.Figures {
		_, sound := e.Data()
		ok = ok && sound
	}
	if !ok {
		return a, message.Errorf("%s: its %s is no manifest that `charts render` wrote", name, manifest)
	}
	a.Manifest = m
	return a, nil
}

// fromFolder reads files of a folder, and none outside it.
func fromFolder(dir string) func(string) ([]byte, error) {
	return func(path string) ([]byte, error) {
		return file.ReadInRoot(dir, path, file.MaxOutput)
	}
}

// fromGit reads files of a folder, named from the working folder, as a revision
// has them.
func fromGit(revision, dir string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		var said bytes.Buffer
		object := revision + ":./" + path.Join(filepath.ToSlash(dir), name)
		cmd := exec.Command("git", "cat-file", "blob", object)
		cmd.Stderr = &said
		src, err := cmd.Output()
		if errors.Is(err, exec.ErrNotFound) {
			return nil, message.Errorf("git is not installed")
		}
		if err != nil {
			first, _, _ := strings.Cut(said.String(), "\n")
			return nil, message.Errorf("git says: %s", strings.TrimPrefix(first, "fatal: "))
		}
		return src, nil
	}
}
