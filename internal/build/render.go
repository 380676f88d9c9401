package build

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/manifest"
	"charts/internal/message"
)

// A Done is one output that a run has dealt with.
type Done struct {
	Path    string // with the output folder
	Written bool   // false: it already was what it should be
	Removed bool   // its spec is gone, and now it is, too
	Took    time.Duration
}

// Render writes the outputs of the project that are not yet what they should be,
// and the manifest. It returns those it dealt with, in the order of the ids. An
// output with errors keeps its old file and the others are written all the same.
// The tick function hears, one call at a time, how many of how many are done.
func Render(ctx context.Context, p *Project, o Options, tick func(done, of int)) ([]Done, diag.List) {
	o.fragments = len(o.IDs) > 0 && slices.Contains(o.Formats, manifest.PageFormat)
	if o.Shard.Of > 0 {
		if o.IDs = share(p, o.Shard); len(o.IDs) == 0 {
			return nil, nil // more parts than ids
		}
	}
	pl, problems := p.plan(ctx, o)
	defer o.Times.start("draw and write")()
	if !o.Force && len(problems) == 0 {
		if done, ok := upToDate(p, pl, o); ok {
			return done, nil
		}
	}
	unlock, err := file.Lock(ctx, o.Out, o.say)
	if err != nil {
		return nil, append(problems, cannotWrite(o.Out, err)...)
	}
	defer unlock()
	file.Sweep(o.Out, ".", figuresFolder)
	w := writing{Project: p, o: o, plan: pl, old: manifest.Read(o.Out)}
	w.drawAll(ctx, tick)
	w.missVanished()
	w.problems = append(problems, w.problems...)
	if len(w.run.Outputs) > 0 || !w.problems.HasErrors() && len(p.Broken) == 0 { // else nothing was drawn: the folder stays as it was
		w.removeGone()
		w.save()
		w.savePeers()
	}
	return w.done, w.problems
}

// upToDate reports whether every output of a plan, and the manifest, already are
// what they should be. It only reads, so that it works in a folder that nobody may
// write to and beside another run.
func upToDate(p *Project, pl plan, o Options) (done []Done, ok bool) {
	old := manifest.Read(o.Out)
	if len(gone(p, old, o)) > 0 {
		return nil, false
	}
	r := manifest.Run{Inputs: manifestInputs(p), Figures: pl.values, Part: len(o.IDs) > 0}
	for _, f := range each(pl.products, jobs(o), func(pr product) finished { return kept(pr, old, o) }) {
		if f.output.SHA256 == "" {
			return nil, false
		}
		r.Outputs = append(r.Outputs, f.output)
		done = append(done, f.done)
	}
	return done, manifest.UpToDate(o.Out, o.Shard, old.With(r).Text())
}

// A writing is a run that holds the lock of the output folder.
type writing struct {
	*Project
	o        Options
	plan     plan
	old      manifest.Manifest
	run      manifest.Run
	done     []Done
	problems diag.List
}

// drawAll brings the outputs up to date, side by side.
func (w *writing) drawAll(ctx context.Context, tick func(done, of int)) {
	var mu sync.Mutex
	count, failed := 0, map[string]bool{}
	results := each(w.plan.products, jobs(w.o), func(pr product) finished {
		if ctx.Err() != nil {
			return finished{}
		}
		f := finish(pr, w.old, w.o)
		mu.Lock()
		defer mu.Unlock()
		count++
		tick(count, len(w.plan.products))
		return f
	})
	for i, f := range results {
		w.problems = append(w.problems, f.problems...)
		if f.output.SHA256 == "" {
			failed[w.plan.products[i].ID], failed[w.plan.products[i].Path] = true, true
			continue
		}
		w.run.Outputs = append(w.run.Outputs, f.output)
		w.done = append(w.done, f.done)
	}
	if ctx.Err() != nil {
		w.problems.Errorf(diag.Pos{}, "interrupted", "interrupted; what stands in %s is whole, and the next run draws the rest", w.o.Out)
	}
	w.run.Inputs, w.run.Part = manifestInputs(w.Project), len(w.o.IDs) > 0
	for _, v := range w.plan.values {
		if !failed[v.ID] { // else the manifest keeps the values that the old files show
			w.run.Figures = append(w.run.Figures, v)
		}
	}
}

// missVanished forgets the outputs that somebody took away during the run, with
// or without their folder, and says so: the manifest names what stands.
func (w *writing) missVanished() {
	all := len(w.run.Outputs)
	w.run.Outputs = slices.DeleteFunc(w.run.Outputs, func(out manifest.Output) bool { return !exists(outPath(w.o.Out, out.Path)) })
	w.done = slices.DeleteFunc(w.done, func(d Done) bool { return !exists(d.Path) })
	if n := all - len(w.run.Outputs); n > 0 {
		problem := w.problems.Errorf(diag.Pos{File: w.o.Out}, "vanished", "%d of %d outputs vanished while the run was drawing", n, all)
		problem.Hintf("something else clears the folder; run again when it is done")
	}
}

// save writes the manifest when it says something new.
func (w *writing) save() {
	text := w.old.With(w.run).Text()
	if manifest.UpToDate(w.o.Out, w.o.Shard, text) {
		return
	}
	path := outPath(w.o.Out, manifest.FileName(w.o.Shard))
	if err := file.WriteInRoot(w.o.Out, manifest.FileName(w.o.Shard), text); err != nil {
		w.problems = append(w.problems, cannotWrite(path, err)...)
		return
	}
	if w.o.Shard.Of == 0 {
		manifest.RemoveShards(w.o.Out)
	}
}

// savePeers writes the side file about peers beside the outputs that show it, so that
// their readers find the lines that they name.
func (w *writing) savePeers() {
	if w.peers == nil || !hasRead(w.Project, PeersFile) {
		return
	}
	if err := keepsTrue(w.o.Out, PeersFile, w.peers()); err != nil {
		w.problems = append(w.problems, cannotWrite(outPath(w.o.Out, PeersFile), err)...)
	}
}

// A finished is an output that was brought up to date, or the problems that kept
// it from it; then it has no hash.
type finished struct {
	output   manifest.Output
	done     Done
	problems diag.List
}

// finish brings one output up to date.
func finish(pr product, old manifest.Manifest, o Options) finished {
	if f := kept(pr, old, o); f.output.SHA256 != "" && !o.Force {
		return f
	}
	start := time.Now()
	f := finished{output: pr.Output, done: Done{Path: outPath(o.Out, pr.Path), Written: true}}
	content, err := pr.draw()
	if err != nil {
		f.problems.Errorf(diag.Pos{File: pr.file}, "cannot-draw", "cannot draw %s: %s", pr.Path, err)
		return f
	}
	if err := file.WriteInRoot(o.Out, pr.Path, content); err != nil {
		f.problems = cannotWrite(f.done.Path, err)
		return f
	}
	f.output.SHA256, f.done.Took = file.Sum(content), time.Since(start)
	return f
}

// kept is the output as it stands, with its hash if it is what it should be.
func kept(pr product, old manifest.Manifest, o Options) finished {
	f := finished{output: pr.Output, done: Done{Path: outPath(o.Out, pr.Path)}}
	have, ok := old.Output(pr.Path)
	if ok && old.Renderer == manifest.Renderer && have.Chart == pr.Chart && file.Is(f.done.Path, have.SHA256) {
		f.output.SHA256 = have.SHA256
	}
	return f
}

// share are the ids of a part: every Of-th, so that neighbours, which often cost
// the same, are dealt out evenly.
func share(p *Project, s manifest.Shard) []string {
	ids := slices.Concat(p.Broken, idsOf(p))
	slices.Sort(ids)
	return nth(ids, s)
}

// removeGone removes the outputs that no spec asks for, or names them. It removes
// nothing when a spec could not be read, and nothing outside the output folder,
// whatever the manifest says.
func (w *writing) removeGone() {
	gone := gone(w.Project, w.old, w.o)
	if !w.o.Prune || w.problems.HasErrors() {
		for _, g := range gone {
			w.problems.Warnf(diag.Pos{File: outPath(w.o.Out, g.Path)}, "gone", "%s", whyGone(w.Project, g)).Hintf("`charts render --prune` removes it")
		}
		return
	}
	root, err := os.OpenRoot(w.o.Out)
	if err != nil {
		w.problems = append(w.problems, cannotWrite(w.o.Out, err)...)
		return
	}
	defer root.Close()
	var removed []manifest.Output
	for _, g := range gone {
		path := outPath(w.o.Out, g.Path)
		if err := root.Remove(filepath.FromSlash(g.Path)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			w.problems.Errorf(diag.Pos{File: path}, "cannot-remove", "cannot remove it: %s", message.ErrorText(err))
			continue
		}
		removed = append(removed, g)
		w.done = append(w.done, Done{Path: path, Removed: true})
	}
	w.old = w.old.Without(removed, func(id string) bool { return hasSpec(w.Project, id) })
}
