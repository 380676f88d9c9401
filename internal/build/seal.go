package build

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"charts/internal/file"
	"charts/internal/manifest"
)

// A seal is what the outputs of a member were made of. They need not be planned again
// while all of it is as it was.
type seal struct {
	Asked string            // the hash of what was asked for
	Files map[string]string // the hashes of the files that were opened, by their paths
	Peers []Reading
	Said  string // what there is to say of them
}

// Seal keeps what the outputs of a member are made of, when they are whole, and what was
// said of them.
func Seal(p *Project, o Options, said string) {
	if o.member == nil || len(o.IDs) > 0 {
		return
	}
	s := seal{o.asked(p.list), opened(p), p.readings, said}
	delete(s.Files, o.peersPath())
	if text, err := json.Marshal(s); err == nil {
		o.member.among.keep(o.member.own+".seal", text)
	}
}

// asked is the hash of what a member was asked for, and of the names of the specs.
func (o Options) asked(specs string) string {
	return file.Sum([]byte(fmt.Sprint(program(), specs, o.Reports, o.Formats, o.Vars, o.Strict, o.Language)))
}

// Fresh tells how many outputs a member has that are what they should be, and what there
// is to say of them, without reading its reports or planning what follows from them.
func Fresh(ctx context.Context, o Options) (outputs int, said string, ok bool) {
	if o.member == nil || o.Force || len(o.IDs) > 0 {
		return 0, "", false
	}
	src, err := file.Read(o.member.among.kept(o.member.own+".seal"), file.MaxSpec)
	peers := sync.OnceValue(func() []byte { return o.member.among.peers(o) })
	var s seal
	if err != nil || json.Unmarshal(src, &s) != nil || s.Asked != o.asked(treeOf(o.Specs).hash()) || !s.stands(ctx, o, peers) {
		return 0, "", false
	}
	m := manifest.Read(o.Out)
	if slices.ContainsFunc(m.Outputs, func(out manifest.Output) bool { return !file.Is(outPath(o.Out, out.Path), out.SHA256) }) {
		return 0, "", false
	}
	return len(m.Outputs), s.Said, len(m.Outputs) > 0 && s.moved(o, m, peers)
}

// moved brings up to date what lies beside outputs that show nothing of what moved in
// the side file about peers.
func (s seal) moved(o Options, m manifest.Manifest, peers func() []byte) bool {
	if len(s.Peers) == 0 {
		return true
	}
	src := peers()
	now := m.WithInput(manifest.Input{Path: PeersFile, SHA256: file.Sum(src)})
	return keepsTrue(o.Out, manifest.Name, now.Text()) == nil && keepsTrue(o.Out, PeersFile, src) == nil
}

// keepsTrue writes a file that has another content.
func keepsTrue(dir, name string, content []byte) error {
	if file.Is(outPath(dir, name), file.Sum(content)) {
		return nil
	}
	return file.WriteInRoot(dir, name, content)
}

// stands reports whether all that was read would be read again.
func (s seal) stands(ctx context.Context, o Options, peers func() []byte) bool {
	c := o.member.among
	for path, sum := range s.Files {
		if c.sum(path) != sum {
			return false
		}
	}
	return Stand(ctx, s.Peers, func(path string) ([]byte, error) {
		if path == PeersFile {
			return peers(), nil
		}
		return file.ReadInRoot(o.root(), path, file.MaxInput)
	})
}
