package spec

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
)

// An Audit is specs/audit.yaml: the findings of charts audit that stand.
type Audit struct {
	Path     string
	Accepted []Acceptance `yaml:"accepted" doc:"the findings that stand, each with its reason" example:"[{id: total-not-sum-3f9a21c4, values: [\"55\", \"30\", \"20\"], reason: 合计含未填写者, by: 质量办}]" english:"[{id: total-not-sum-3f9a21c4, values: [\"55\", \"30\", \"20\"], reason: the total counts those who did not say, by: quality office}]"`
}

// An Acceptance says that a finding stands as long as its numbers are these.
type Acceptance struct {
	ID     At[string]   `yaml:"id" required:"true" doc:"the finding, as charts audit prints it" example:"total-not-sum-3f9a21c4"`
	Values []At[string] `yaml:"values" required:"true" doc:"its numbers as printed; when one changes, the finding is told again" example:"[\"55\", \"30\", \"20\"]"`
	Reason At[string]   `yaml:"reason" required:"true" doc:"why it stands" example:"合计含未填写者" english:"the total counts those who did not say"`
	By     At[string]   `yaml:"by" required:"true" doc:"who says so" example:"质量办" english:"quality office"`
}

// ParseAudit reads specs/audit.yaml.
func ParseAudit(path string, src []byte) (*Audit, diag.List) {
	a := &Audit{Path: path}
	return a, decode(path, src, message.Of("the list of accepted findings"), a)
}

// With is the text of specs/audit.yaml with one more entry, in place of the one
// with its id. What else is there stays as it is.
func (a *Audit) With(src []byte, e Acceptance) []byte {
	lines := strings.SplitAfter(strings.TrimRight(string(src), "\n"), "\n")
	for i, old := range a.Accepted {
		if old.ID.V != e.ID.V {
			continue
		}
		end := len(lines)
		if i+1 < len(a.Accepted) {
			end = a.Accepted[i+1].line() - 1
		}
		lines = append(lines[:old.line()-1:old.line()-1], lines[end:]...)
		break
	}
	return withEntry([]byte(strings.Join(lines, "")), "accepted", e.text())
}

// line is the first line of an entry.
func (e Acceptance) line() int {
	first := e.ID.Pos.Line
	for _, pos := range []diag.Pos{e.Reason.Pos, e.By.Pos} {
		if pos.Line > 0 {
			first = min(first, pos.Line)
		}
	}
	for _, v := range e.Values {
		first = min(first, v.Pos.Line)
	}
	return first
}

func (e Acceptance) text() string {
	var values []string
	for _, v := range e.Values {
		values = append(values, quoted(v.V))
	}
	return fmt.Sprintf("  - id: %s\n    values: [%s]\n    reason: %s\n    by: %s\n", quoted(e.ID.V), strings.Join(values, ", "), quoted(e.Reason.V), quoted(e.By.V))
}

// quoted is a text in the quotes of JSON, which YAML reads alike.
func quoted(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err) // a string has a JSON form
	}
	return strings.TrimSpace(b.String())
}
