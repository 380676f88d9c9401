package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// A progress is a bar on a terminal, and nothing elsewhere.
type progress struct{ w io.Writer }

func newProgress(w io.Writer, quiet bool) progress {
	f, ok := w.(*os.File)
	if !ok || quiet {
		return progress{}
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return progress{}
	}
	return progress{w}
}

// barWidth is the length of the bar in characters.
const barWidth = 30

func (p progress) tick(done, of int) {
	if p.w == nil {
		return
	}
	full := barWidth * done / of
	fmt.Fprintf(p.w, "\r%s%s %d/%d", strings.Repeat("█", full), strings.Repeat("░", barWidth-full), done, of)
}

// clear takes the bar away.
func (p progress) clear() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
