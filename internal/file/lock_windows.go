package file

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

// noFollow: Windows opens no link that a folder of files brings along.
const noFollow = 0

// hold takes the lock if nobody has it. The lock lies behind the text of the
// file, which others may read.
func hold(f *os.File) (bool, error) {
	behind := windows.Overlapped{Offset: 1 << 20}
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &behind)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}

// letGo removes the file if nobody else has it open by then: Windows keeps open
// files.
func letGo(f *os.File) {
	f.Close()
	os.Remove(f.Name())
}

// own: a file belongs to who writes it.
func own(*os.File, fs.FileInfo) {}
