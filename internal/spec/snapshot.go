package spec

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
)

// Snapshots is the folder of the project that holds what queries gave.
const Snapshots = "snapshots"

// databaseFiles are the extensions of SQLite files.
var databaseFiles = []string{".db", ".sqlite", ".sqlite3"}

// Snapshot is the file of the project that holds what the query gave. Its name
// changes with the query, so that no rows stand for another query than theirs.
func (d *Data) Snapshot() string {
	base := path.Base(d.Database.V)
	for _, ext := range databaseFiles {
		base = strings.TrimSuffix(base, ext)
	}
	sum := sha256.Sum256([]byte(d.Database.V + "\x00" + strings.TrimSpace(d.Query.V)))
	return path.Join(Snapshots, base+"-"+hex.EncodeToString(sum[:6])+".jsonl")
}

// DatabaseOf is the database whose rows a snapshot holds, as its name tells it.
func DatabaseOf(snapshot string) (name string, ok bool) {
	if path.Dir(snapshot) != Snapshots {
		return "", false
	}
	i := strings.LastIndexByte(snapshot, '-')
	return path.Base(snapshot[:max(i, 0)]), i > 0
}

// Piped is the name of the file that is piped into the program.
const Piped = "-"

// Queries are the data blocks that a database answers: the block itself, or its
// inputs.
func (d *Data) Queries() (all []*Data) {
	if d.Query.Set() {
		all = append(all, d)
	}
	for i := range d.Inputs {
		all = append(all, d.Inputs[i].Data.Queries()...)
	}
	return all
}
