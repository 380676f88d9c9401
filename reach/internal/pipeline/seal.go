package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"slices"
	"sync"

	"charts/internal/build"
	"charts/internal/file"
	"charts/internal/manifest"
	"charts/reach/internal/bench"
	"charts/reach/internal/store"
)

// A seal is all that the outputs of an institution are made of. It is written beside them
// when they are whole, with their names: a run that finds it has nothing to draw.
type seal struct {
	Inputs  string          `json:"inputs"` // the hash of the program, the specs and the reports
	Peers   []build.Reading `json:"peers"`  // what is shown of the peers
	Outputs []string        `json:"outputs"`
}

const sealName = "seal.json"

// inputs is the hash of the program and of some files.
func inputs(institution string, all ...bench.Files) (string, error) {
	program, err := program()
	if err != nil {
		return "", err
	}
	h := sha256.New()
	io.WriteString(h, program+"\n"+institution+"\n")
	for _, files := range all {
		for _, name := range files.Names() {
			if name != build.PeersFile {
				io.WriteString(h, file.Sum(files[name])+"  "+name+"\n")
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// sealed reports whether a folder has the seal of some inputs, shows the same of the
// peers, and has all that the seal is of.
func sealed(ctx context.Context, out *store.Store, folder, inputs string, read func(string) ([]byte, error)) (bool, error) {
	src, err := out.Find(ctx, folder+sealName, file.MaxSpec)
	if err != nil || src == nil {
		return false, err
	}
	var s seal
	if json.Unmarshal(src, &s) != nil || s.Inputs != inputs || !build.Stand(ctx, s.Peers, read) {
		return false, nil
	}
	names, err := out.List(ctx, folder)
	missing := slices.ContainsFunc(s.Outputs, func(name string) bool { return !slices.Contains(names, folder+name) })
	return !missing, err
}

// moved brings up to date what lies beside outputs that show nothing of what moved among
// the peers.
func moved(ctx context.Context, out *store.Store, folder string, peers []byte) error {
	src, err := out.Read(ctx, folder+manifest.Name, file.MaxOutput)
	if err != nil {
		return err
	}
	if m, ok := manifest.Parse(src); ok {
		m = m.WithInput(manifest.Input{Path: build.PeersFile, SHA256: file.Sum(peers)})
		if err := out.Write(ctx, folder+manifest.Name, m.Text()); err != nil {
			return err
		}
	}
	return out.Write(ctx, folder+build.PeersFile, peers)
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
	s.Outputs = outputs.Names()
	text, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return out.Write(ctx, folder+sealName, text)
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
