package diag

import (
	"errors"
	"io"
	"testing"
)

func TestTry(t *testing.T) {
	for _, c := range []struct {
		name string
		f    func() error
		want string
	}{
		{"done", func() error { return nil }, ""},
		{"an error", func() error { return io.EOF }, "EOF"},
		{"a panic", func() error { panic("no row 3") }, "it made charts itself fail: no row 3"},
		{"a fault of the program", func() error { var rows []int; return errors.New(string(rune(rows[2]))) },
			"it made charts itself fail: runtime error: index out of range [2] with length 0"},
	} {
		got := ""
		if err := Try(c.f); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
