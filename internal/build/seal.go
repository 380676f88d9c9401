package build

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"charts/internal/file"
	"charts/internal/manifest"
	"charts/internal/series"
	"charts/internal/spec"
)

// A seal is what the outputs of a member were made of. They need not be planned again
// while all of it is as it was.
type seal struct {
	Asked string            // the hash of what was asked for
	Files map[string]string // the hashes of the files that were opened, by their paths
	Peers []Reading
}

// A Reading is what a data block got from the side file about peers, in which others
// may move. Of a block that reads a report, too, it is the whole file.
type Reading struct {
	Data spec.Data
	Hash string
}

// Readings are what the figures and pages of a project show of the side file about peers.
func (p *Project) Readings(ctx context.Context) (all []Reading) {
	for _, d := range p.blocks(nil) {
		if !slices.Contains(sideFiles(*d), PeersFile) {
			continue
		}
		var r Reading
		if !d.OfReport() {
			r.Data = asKept(d)
		}
		all = append(all, r)
	}
	hashes := hashesOf(ctx, all, p.readSide)
	for i := range all {
		all[i].Hash = hashes[i]
	}
	return all
}

// asKept is a data block as a seal brings it back: its places name no file.
func asKept(d *spec.Data) (kept spec.Data) {
	if text, err := json.Marshal(d); err == nil {
		json.Unmarshal(text, &kept)
	}
	return kept
}

// Stand reports whether data blocks would still get what they got.
func Stand(ctx context.Context, all []Reading, read func(path string) ([]byte, error)) bool {
	for i, hash := range hashesOf(ctx, all, read) {
		if hash == "" || hash != all[i].Hash {
			return false
		}
	}
	return true
}

// hashesOf are the hashes of what data blocks get from files, "" where there are problems.
func hashesOf(ctx context.Context, all []Reading, read func(path string) ([]byte, error)) []string {
	hashes := make([]string, len(all))
	if len(all) == 0 {
		return hashes
	}
	store, err := series.NewStore(nil, read)
	if err != nil {
		return hashes
	}
	defer store.Close()
	for i, r := range all {
		if r.Data.SQL.Set() || r.Data.File.Set() {
			hashes[i] = hashOf(ctx, store, &r.Data)
		} else if src, err := read(PeersFile); err == nil {
			hashes[i] = file.Sum(src)
		}
	}
	return hashes
}

// hashOf is the hash of what a data block gets, or "" if there are problems.
func hashOf(ctx context.Context, store *series.Store, d *spec.Data) string {
	f, problems := store.Data(ctx, d)
	text, err := json.Marshal(f)
	if err != nil || len(problems) > 0 {
		return ""
	}
	return file.Sum(text)
}

// seal keeps what the outputs are made of, when they are whole and there is nothing to
// say of them.
func (p *Project) seal(ctx context.Context, o Options) {
	if o.member == nil || len(o.IDs) > 0 {
		return
	}
	s := seal{o.asked(p.list), opened(p), p.Readings(ctx)}
	delete(s.Files, o.peersPath())
	if text, err := json.Marshal(s); err == nil {
		o.member.among.keep(o.member.own+".seal", text)
	}
}

// asked is the hash of what a member was asked for, and of the names of the specs.
func (o Options) asked(specs string) string {
	return file.Sum([]byte(fmt.Sprint(program(), specs, o.Reports, o.Formats, o.Vars, o.Strict)))
}

// Fresh tells how many outputs a member has that are what they should be, without
// reading its reports or planning what follows from them.
func Fresh(ctx context.Context, o Options) (outputs int, ok bool) {
	if o.member == nil || o.Force || len(o.IDs) > 0 {
		return 0, false
	}
	src, err := file.Read(o.member.among.kept(o.member.own+".seal"), file.MaxSpec)
	var s seal
	if err != nil || json.Unmarshal(src, &s) != nil || s.Asked != o.asked(treeOf(o.Specs).hash()) || !s.stands(ctx, o) {
		return 0, false
	}
	m := manifest.Read(o.Out)
	if slices.ContainsFunc(m.Outputs, func(out manifest.Output) bool { return !file.Is(outPath(o.Out, out.Path), out.SHA256) }) {
		return 0, false
	}
	return len(m.Outputs), len(m.Outputs) > 0 && s.moved(o, m)
}

// moved brings up to date what lies beside outputs that show nothing of what moved in
// the side file about peers.
func (s seal) moved(o Options, m manifest.Manifest) bool {
	if len(s.Peers) == 0 {
		return true
	}
	src := o.member.among.peers(o)
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
func (s seal) stands(ctx context.Context, o Options) bool {
	c := o.member.among
	for path, sum := range s.Files {
		if c.sum(path) != sum {
			return false
		}
	}
	return Stand(ctx, s.Peers, func(path string) ([]byte, error) {
		if path == PeersFile {
			return c.peers(o), nil
		}
		return file.ReadInRoot(o.root(), path, file.MaxInput)
	})
}
