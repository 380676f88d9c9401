package build

import (
	"os"
	"sync"
)

// A spool is a file without a name that holds what would fill the memory. It goes
// with the run, also when that is killed.
type spool struct {
	once sync.Once
	file *os.File // nil: the system has no such files, or no room
	mu   sync.Mutex
	end  int64
}

// put writes b and returns what reads it again. What cannot be written stays in the
// memory.
func (s *spool) put(b []byte) (get func() []byte) {
	s.once.Do(func() { s.file = nameless() })
	at := s.room(len(b))
	if s.file == nil {
		return func() []byte { return b }
	}
	if _, err := s.file.WriteAt(b, at); err != nil {
		return func() []byte { return b }
	}
	size := len(b)
	return func() []byte {
		again := make([]byte, size)
		if _, err := s.file.ReadAt(again, at); err != nil {
			panic(err) // the disk lost what it took
		}
		return again
	}
}

// room takes the next n bytes of the file.
func (s *spool) room(n int) (at int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at = s.end
	s.end += int64(n)
	return at
}

// nameless opens a temporary file and takes its name away; nil where that is not
// possible.
func nameless() *os.File {
	f, err := os.CreateTemp("", "charts-*")
	if err != nil {
		return nil
	}
	if os.Remove(f.Name()) != nil {
		f.Close()
		os.Remove(f.Name())
		return nil
	}
	return f
}
