package meter

import (
	"errors"
	"math"
	"testing"
)

func TestRunEndsWhereTheMeterDoes(t *testing.T) {
	for _, tt := range []struct {
		name string
		size int
		read func(m *Meter)
		want string
	}{
		{"all of the least", 0, func(m *Meter) { m.Bytes(least) }, ""},
		{"a byte more", 0, func(m *Meter) { m.Bytes(least); m.Bytes(1) }, "more than 64 MB of memory"},
		{"by its own size", 1 << 20, func(m *Meter) { m.Times(128, 1<<20) }, ""},
		{"by its own size, and more", 1 << 20, func(m *Meter) { m.Times(129, 1<<20) }, "more than 128 MB of memory"},
		{"the most", math.MaxInt, func(m *Meter) { m.Bytes(most + 1) }, "more than 512 MB of memory"},
		{"less than nothing", 0, func(m *Meter) { m.Bytes(-1) }, "more than 64 MB of memory"},
		{"beyond all numbers", 0, func(m *Meter) { m.Times(math.MaxInt, math.MaxInt) }, "more than 64 MB of memory"},
		{"things of no size", 0, func(m *Meter) { m.Times(1, 0); m.Times(0, 1) }, ""},
		{"given back", 0, func(m *Meter) { m.Bytes(least); m.Free(1); m.Bytes(1) }, ""},
		{"steps", 0, func(m *Meter) { m.Steps(steps) }, ""},
		{"too many steps", 0, func(m *Meter) { m.Steps(steps); m.Steps(1) }, "more than 8 million steps"},
		{"not metered", 0, func(*Meter) { (*Meter)(nil).Times(math.MaxInt, 1); (*Meter)(nil).Steps(math.MaxInt) }, ""},
	} {
		err := Run(func() error { tt.read(For(tt.size)); return nil })
		said := ""
		if err != nil {
			said = err.Error()
		}
		if said != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, said, tt.want)
		}
	}
}

// A library that panics is an error; a meter at its end stays one through it.
func TestGuard(t *testing.T) {
	broken := errors.New("broken")
	guarded := func(f func()) (err error) {
		defer Guard(&err, broken)
		f()
		return nil
	}
	for name, tt := range map[string]struct {
		f    func()
		want string
	}{
		"a library": {func() { panic("index") }, "broken"},
		"a meter":   {func() { For(0).Bytes(math.MaxInt) }, "more than 64 MB of memory"},
	} {
		if err := Run(func() error { return guarded(tt.f) }); err == nil || err.Error() != tt.want {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
}
