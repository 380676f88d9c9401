package diag

import (
	"strings"
	"testing"

	"charts/internal/message"
)

func TestPrintGitHub(t *testing.T) {
	tests := []struct {
		problem Problem
		want    string
	}{
		{Problem{Pos: Pos{File: "a,b.yaml", Line: 7, Col: 12}, Rule: "unknown-column", Text: message.Of("no column"), Hint: message.Of("it has: 人数")},
			"::error file=a%2Cb.yaml,line=7,col=12,title=unknown-column::no column%0Ait has: 人数\n"},
		{Problem{Pos: Pos{File: "r.txt"}, Rule: "doubt", Text: message.Of("100%%\n::error::x"), Severity: Warning},
			"::warning file=r.txt,title=doubt::100%25 ::error::x\n"}, // a report cannot start a command of its own
		{Problem{Pos: Pos{File: "a.yaml", Line: 1, Col: 1}, Rule: "r", Text: message.Of("t"), Severity: Fact}, "::notice file=a.yaml,line=1,col=1,title=r::t\n"},
		{Problem{Rule: "no-report", Text: message.Of("no report")}, "::error title=no-report::no report\n"},
	}
	for _, tt := range tests {
		var b strings.Builder
		PrintGitHub(&b, message.English, tt.problem)
		if b.String() != tt.want {
			t.Errorf("PrintGitHub(%+v) = %q; want %q", tt.problem, b.String(), tt.want)
		}
	}
}
