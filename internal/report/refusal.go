package report

import (
	"errors"

	"charts/internal/diag"
	"charts/internal/format"
	"charts/internal/message"
)

// at is why something on a line cannot be read.
func at(line int, what message.Text, err error) *format.Refusal {
	var r *format.Refusal
	var fault *diag.Fault
	switch {
	case errors.As(err, &r):
		return r
	case errors.As(err, &fault):
		return &format.Refusal{Rule: "internal-error", Line: line, Text: message.Of("%s: %s", what, message.ErrorText(err)), Hint: diag.FaultHint}
	}
	return &format.Refusal{Rule: "unreadable-report", Line: line, Text: message.Of("%s: %s", what, message.ErrorText(err)),
		Hint: message.Of("open it in the program that wrote it and save it again")}
}

// tell adds a refusal to the problems with a file.
func tell(problems *diag.List, path string, r *format.Refusal) {
	problems.Errorf(diag.Pos{File: path, Line: r.Line}, r.Rule, "%s", r.Text).Hint = r.Hint
}
