package build

import (
	"slices"
	"sync"
	"time"

	"charts/internal/message"
)

// Times takes down where the time of a run goes, stage by stage. A nil Times
// takes down nothing.
type Times struct {
	mu     sync.Mutex
	Stages []Stage
}

// A Stage is one part of a run and what it took.
type Stage struct {
	Name message.Format
	Took time.Duration
}

// start begins a stage; the function that it returns ends it.
func (t *Times) start(name message.Format) (stop func()) {
	if t == nil {
		return func() {}
	}
	begin := time.Now()
	return func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		i := slices.IndexFunc(t.Stages, func(s Stage) bool { return s.Name == name })
		if i < 0 {
			i, t.Stages = len(t.Stages), append(t.Stages, Stage{Name: name})
		}
		t.Stages[i].Took += time.Since(begin)
	}
}
