package build

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"

	"charts/internal/database"
	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/message"
	"charts/internal/spec"
)

// A Fetched is a snapshot that a run of the queries made or left.
type Fetched struct {
	Path    string // from the working folder
	Changed bool
}

// Fetch asks the databases what the specs want of them, and records the answers.
// An answer that does not come leaves the old snapshot. With prune, snapshots that
// no spec wants any more are removed.
func Fetch(ctx context.Context, p *Project, o Options) (all []Fetched, problems diag.List) {
	problems = unknownIDs(p, o.IDs)
	seen := map[string]bool{}
	for _, block := range p.blocks(o.IDs) {
		for _, d := range block.Queries() {
			if path := d.Snapshot(); !seen[path] {
				seen[path] = true
				got, err := fetch(ctx, p, d)
				if err != nil {
					notFetched(&problems, d, err)
					continue
				}
				all = append(all, got)
			}
		}
	}
	if o.Prune && len(o.IDs) == 0 && len(p.Broken) == 0 {
		problems = append(problems, prune(p, seen)...)
	}
	return all, problems
}

func fetch(ctx context.Context, p *Project, d *spec.Data) (Fetched, error) {
	db, err := p.database(d.Database.V)
	if err != nil {
		return Fetched{}, err
	}
	rows, err := db.Ask(ctx, d.Query.V)
	if err != nil {
		return Fetched{}, err
	}
	to := side(p.Root, d.Snapshot())
	if old, err := file.Read(to, file.MaxInput); err == nil && bytes.Equal(old, rows) {
		return Fetched{Path: to}, nil
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		return Fetched{}, err
	}
	return Fetched{to, true}, file.Write(to, rows)
}

// An unset is an environment variable that holds no address.
type unset string

func (name unset) Error() string { return string(name) }

// database is the one that a spec names: an SQLite file of the project, or what an
// environment variable holds the address of.
func (p *Project) database(name string) (database.Database, error) {
	if filepath.Ext(name) == "" {
		address := os.Getenv(name)
		if address == "" {
			return database.Database{}, unset(name)
		}
		return database.At(address)
	}
	path, err := filepath.Abs(side(p.Root, name))
	if err != nil {
		return database.Database{}, err
	}
	if err := file.Inside(p.Root, name); err != nil {
		return database.Database{}, outside(name, err)
	}
	return database.File(path), nil
}

// notFetched says why a query gave nothing.
func notFetched(problems *diag.List, d *spec.Data, err error) {
	var no unset
	if errors.As(err, &no) {
		problem := problems.Errorf(d.Database.Pos, "not-fetched", "the environment has no %s", string(no))
		problem.Hintf("set it: export %s=postgres://user:password@host/name, or mysql://…", string(no))
		return
	}
	problems.Errorf(d.Query.Pos, "not-fetched", "%s: %s", d.Database.V, message.ErrorText(err))
}

// prune removes the snapshots that are not wanted.
func prune(p *Project, wanted map[string]bool) (problems diag.List) {
	entries, _ := os.ReadDir(side(p.Root, spec.Snapshots)) // a folder that is not there has none
	for _, e := range entries {
		name := spec.Snapshots + "/" + e.Name()
		if _, ours := spec.DatabaseOf(name); !ours || wanted[name] {
			continue
		}
		path := side(p.Root, name)
		if err := os.Remove(path); err != nil {
			problems.Errorf(diag.Pos{File: path}, "cannot-write", "cannot remove it: %s", message.ErrorText(err))
		}
	}
	return problems
}
