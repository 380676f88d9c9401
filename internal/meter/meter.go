// Package meter bounds what the reading of a file takes: memory, in proportion to the
// file, and steps. Both are counted and not measured, so that the same file ends in
// the same way on every machine.
package meter

import "charts/internal/message"

// What a file may take.
const (
	least = 64 << 20  // bytes, and
	times = 64        // as many for each of its own,
	most  = 512 << 20 // but no more than these
	steps = 8_000_000
)

// A Meter counts down. Where it is at its end, so is the reading: by a panic, which
// [Run] makes an error. A nil one counts nothing.
type Meter struct{ limit, bytes, steps int }

// For is the meter of a file of a size.
func For(size int) *Meter {
	limit := min(least+times*min(size, most), most)
	return &Meter{limit, limit, steps}
}

// Bytes charges memory that is kept, with what later stages make of it.
func (m *Meter) Bytes(n int) {
	if m == nil {
		return
	}
	if n < 0 || n > m.bytes {
		panic(&Spent{message.Of("more than %d MB of memory", m.limit>>20)})
	}
	m.bytes -= n
}

// Times charges so many things of a size.
func (m *Meter) Times(n, size int) {
	if m != nil && size > 0 && n > m.bytes/size {
		n, size = -1, 1
	}
	m.Bytes(n * size)
}

// Free gives memory back that is kept no longer.
func (m *Meter) Free(n int) {
	if m != nil {
		m.bytes += n
	}
}

// Steps charges work.
func (m *Meter) Steps(n int) {
	if m == nil {
		return
	}
	if n < 0 || n > m.steps {
		panic(&Spent{message.Of("more than %d million steps", steps/1_000_000)})
	}
	m.steps -= n
}

// Left is how many bytes may still be charged.
func (m *Meter) Left() int {
	if m == nil {
		return most
	}
	return m.bytes
}

// Spent is what a file takes more of than it may.
type Spent struct{ What message.Text }

func (s *Spent) Error() string                   { return s.What.String() }
func (s *Spent) In(lang message.Language) string { return s.What.In(lang) }

// Run reads; that a meter came to its end is the error.
func Run(read func() error) (err error) {
	defer func() {
		switch v := recover().(type) {
		case nil:
		case *Spent:
			err = v
		default:
			panic(v)
		}
	}()
	return read()
}

// Guard, deferred, makes the panic of a library, which a broken file may trip, an error.
func Guard(err *error, broken error) {
	switch v := recover().(type) {
	case nil:
	case *Spent:
		panic(v)
	default:
		*err = broken
	}
}
