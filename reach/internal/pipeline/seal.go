package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"slices"
	"strings"
	"sync"

	"charts/internal/file"
	"charts/reach/internal/bench"
	"charts/reach/internal/store"
)

// A seal is the hash of all that the outputs of an institution are made of. It is
// written beside them when they are whole, with their names: a run that finds it has
// nothing to draw.
type seal string

const sealName = "inputs.sum"

func sealOf(institution string, all ...bench.Files) (seal, error) {
	program, err := program()
	if err != nil {
		return "", err
	}
	h := sha256.New()
	io.WriteString(h, program+"\n"+institution+"\n")
	for _, files := range all {
		for _, name := range files.Names() {
			io.WriteString(h, file.Sum(files[name])+"  "+name+"\n")
		}
	}
	return seal(hex.EncodeToString(h.Sum(nil))), nil
}

// stands reports whether a folder has the seal and all that it is of.
func (s seal) stands(ctx context.Context, out *store.Store, folder string) (bool, error) {
	src, err := out.Find(ctx, folder+sealName, file.MaxSpec)
	if err != nil || src == nil {
		return false, err
	}
	lines := strings.Split(strings.TrimSuffix(string(src), "\n"), "\n")
	if lines[0] != string(s) {
		return false, nil
	}
	names, err := out.List(ctx, folder)
	missing := slices.ContainsFunc(lines[1:], func(name string) bool { return !slices.Contains(names, folder+name) })
	return !missing, err
}

// write writes the outputs, takes away what is none of them, and puts the seal on what
// is whole.
func (s seal) write(ctx context.Context, out *store.Store, folder string, outputs bench.Files, whole bool) error {
	if err := out.Delete(ctx, folder+sealName); err != nil {
		return err
	}
	kept := make([]string, 0, len(outputs))
	for _, name := range outputs.Names() {
		if err := out.Write(ctx, folder+name, outputs[name]); err != nil {
			return err
		}
		kept = append(kept, folder+name)
	}
	if err := out.Keep(ctx, folder, kept); err != nil || !whole {
		return err
	}
	return out.Write(ctx, folder+sealName, []byte(string(s)+"\n"+strings.Join(outputs.Names(), "\n")+"\n"))
}

// program is the hash of the program that draws.
var program = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), err
})
