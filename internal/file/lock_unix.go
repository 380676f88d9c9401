//go:build unix

package file

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// noFollow keeps an open from following a link, and from waiting for a pipe.
const noFollow = syscall.O_NOFOLLOW | syscall.O_NONBLOCK

// hold takes the lock if nobody has it. A file system that knows no locks gives
// it to everybody.
func hold(f *os.File) (bool, error) {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case err == nil, errors.Is(err, syscall.ENOTSUP), errors.Is(err, syscall.ENOSYS), errors.Is(err, syscall.ENOLCK):
			return true, nil
		case errors.Is(err, syscall.EWOULDBLOCK):
			return false, nil
		case !errors.Is(err, syscall.EINTR):
			return false, err
		}
	}
}

// letGo removes the file while it is held, so that nobody else's is removed.
func letGo(f *os.File) {
	if stillAt(f, f.Name()) {
		os.Remove(f.Name())
	}
	f.Close()
}

// own gives a file the owner of another, where the system lets it.
func own(f *os.File, old fs.FileInfo) {
	if s, ok := old.Sys().(*syscall.Stat_t); ok {
		f.Chown(int(s.Uid), int(s.Gid))
	}
}
