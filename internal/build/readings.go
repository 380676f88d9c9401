package build

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/peer"
	"charts/internal/series"
	"charts/internal/spec"
)

// A Reading is what a data block got from the side file about peers, in which others
// may move. Of a block that reads a report, too, it is the whole file.
type Reading struct {
	Rows []int     // the lines that it read, where what they are of has chosen them,
	Data spec.Data // else the block, to be asked again
	Hash string
}

// Readings are what the figures and pages of a project, which were planned, show of the
// side file about peers.
func (p *Project) Readings() []Reading { return p.readings }

// readings takes down what the data blocks get from the side file about peers.
func readings(ctx context.Context, p *Project, store *series.Store) (all []Reading) {
	var peers peersFile
	for _, d := range p.blocks(nil) {
		if !slices.Contains(sideFiles(*d), PeersFile) {
			continue
		}
		var r Reading
		if chosenByName(d) {
			r.Rows = linesRead(store.Data(ctx, d))
		} else if !d.OfReport() {
			r.Data = asKept(d)
		}
		if peers.src == nil && !peers.read(p.readSide) {
			return nil
		}
		r.Hash = r.hash(ctx, peers, store)
		all = append(all, r)
	}
	return all
}

// chosenByName reports whether the rows that a block reads are chosen by what they are
// of: by columns that move with nobody's numbers.
func chosenByName(d *spec.Data) bool {
	if d.File.V != PeersFile || d.History.Set() {
		return false
	}
	for i, column := range peer.Head {
		if peer.Moves(i) && strings.Contains(d.Where.V, column) {
			return false
		}
	}
	return !strings.Contains(strings.ToLower(d.Where.V), "select")
}

// linesRead are the lines that a block read, or nil if it could not.
func linesRead(f series.Frame, problems diag.List) (lines []int) {
	if len(problems) > 0 {
		return nil
	}
	for _, row := range f.Rows {
		for _, s := range row.Sources {
			lines = append(lines, s.Line)
		}
	}
	return lines
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
	var peers peersFile
	if len(all) > 0 && !peers.read(read) {
		return false
	}
	var store *series.Store
	for _, r := range all {
		if r.asks() && store == nil {
			var err error
			if store, err = series.NewStore(nil, read); err != nil {
				return false
			}
			defer store.Close()
		}
		if hash := r.hash(ctx, peers, store); hash == "" || hash != r.Hash {
			return false
		}
	}
	return true
}

// asks reports whether the block itself has to be asked.
func (r Reading) asks() bool {
	return len(r.Rows) == 0 && (r.Data.SQL.Set() || r.Data.File.Set())
}

// hash is that of what a block gets, "" where there are problems.
func (r Reading) hash(ctx context.Context, peers peersFile, store *series.Store) string {
	switch {
	case len(r.Rows) > 0:
		return hashOfRows(peers.records, r.Rows)
	case r.asks():
		return hashOf(ctx, store, &r.Data)
	}
	return file.Sum(peers.src)
}

// A peersFile is the side file about peers, and its rows.
type peersFile struct {
	src     []byte
	records [][]string
}

func (f *peersFile) read(read func(path string) ([]byte, error)) bool {
	src, err := read(PeersFile)
	if err == nil {
		f.src = src
		f.records, err = csv.NewReader(bytes.NewReader(src)).ReadAll()
	}
	return err == nil
}

// hashOfRows is the hash of some rows, and of what all of them are of.
func hashOfRows(records [][]string, lines []int) string {
	var b strings.Builder
	for i, record := range records {
		whole := slices.Contains(lines, i+1)
		for column, text := range record {
			if whole || !peer.Moves(column) {
				b.WriteString(text)
			}
			b.WriteByte('\t')
		}
	}
	return file.Sum([]byte(b.String()))
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
