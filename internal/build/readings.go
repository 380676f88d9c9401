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

// Readings are what the figures and pages of a project show of the side file about peers.
func (p *Project) Readings(ctx context.Context) (all []Reading) {
	store, err := series.NewStore(nil, p.readSide)
	if err != nil {
		return nil
	}
	defer store.Close()
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
		all = append(all, r)
	}
	hashes := hashesOf(ctx, all, p.readSide)
	for i := range all {
		all[i].Hash = hashes[i]
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
	src, err := read(PeersFile)
	if err != nil {
		return hashes
	}
	records, err := csv.NewReader(bytes.NewReader(src)).ReadAll()
	if err != nil {
		return hashes
	}
	for i, r := range all {
		switch {
		case len(r.Rows) > 0:
			hashes[i] = hashOfRows(records, r.Rows)
		case r.Data.SQL.Set() || r.Data.File.Set():
			hashes[i] = hashOf(ctx, &r.Data, read)
		default:
			hashes[i] = file.Sum(src)
		}
	}
	return hashes
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
func hashOf(ctx context.Context, d *spec.Data, read func(path string) ([]byte, error)) string {
	store, err := series.NewStore(nil, read)
	if err != nil {
		return ""
	}
	defer store.Close()
	f, problems := store.Data(ctx, d)
	text, err := json.Marshal(f)
	if err != nil || len(problems) > 0 {
		return ""
	}
	return file.Sum(text)
}
