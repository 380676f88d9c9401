package main

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// Whatever happens in a command, its user reads a line and no stack.
func TestPanicIsTold(t *testing.T) {
	var said bytes.Buffer
	root := &cobra.Command{
		Use: "charts", SilenceErrors: true, SilenceUsage: true,
		RunE: func(*cobra.Command, []string) error { var none []int; _ = none[len(said.String())]; return nil },
	}
	root.SetArgs(nil)
	code := execute(root, nil, streams{strings.NewReader(""), io.Discard, &said, voiceOf(nil)})
	want := "charts: the program itself failed: runtime error: index out of range [0] with length 0\n" +
		"  hint: this is a fault of charts; please report it with the files that show it\n"
	if code != int(failed) || said.String() != want {
		t.Errorf("exit %d, %q; want %d, %q", code, said.String(), failed, want)
	}
}
