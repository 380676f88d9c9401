package audit_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"charts/internal/audit"
	"charts/internal/claim"
	"charts/internal/message"
	"charts/internal/prose"
)

// The SARIF document names each rule once and puts each finding at its line.
func TestSARIF(t *testing.T) {
	all := []audit.Finding{{Rule: "total-not-sum", ID: "total-not-sum-1", Severity: "error", Message: message.Of("合计 is 8"), Accepted: &audit.Acceptance{Reason: "含未登记者", By: "统计室"},
		Places: []claim.Place{{Report: "/srv/年报/a b.txt", Line: 3, Quote: "合计\t8"}, {Report: "年报/a b.txt", Line: 2, Quote: "甲\t7"}}}}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(audit.SARIF(all, "1.2.3", "/srv")); err != nil {
		t.Fatal(err)
	}
	want := `"results":[{"level":"error","locations":[{"physicalLocation":{"artifactLocation":{"uri":"%E5%B9%B4%E6%8A%A5/a%20b.txt"},"region":{"snippet":{"text":"合计\t8"},"startLine":3}}}],"message":{"text":"合计 is 8"},"partialFingerprints":{"charts/v1":"total-not-sum-1"},"relatedLocations":[{"id":1,"physicalLocation":{"artifactLocation":{"uri":"%E5%B9%B4%E6%8A%A5/a%20b.txt"},"region":{"snippet":{"text":"甲\t7"},"startLine":2}}}],"ruleId":"total-not-sum","suppressions":[{"justification":"含未登记者 — 统计室","kind":"external"}]}]`
	if !strings.Contains(out.String(), want) {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
	for _, r := range audit.Rules {
		if n := strings.Count(out.String(), `"helpUri":"docs/audit.md#`+r.Name+`"`); n != 1 {
			t.Errorf("%s is told %d times", r.Name, n)
		}
	}
}

// docs/audit.md, and the same in Chinese, are the manual.
func TestManual(t *testing.T) {
	prose.Hold(t, "audit.md", audit.Manual(), "manual.zh-CN.po", *update)
	for _, r := range audit.Rules {
		if r.Example == "" {
			t.Errorf("%s has no example", r.Name)
		}
	}
}

// An entry accepts its finding as long as the numbers are the same.
func TestAccept(t *testing.T) {
	const report = "1 概况\n\n表 1：来访\n\n去向\t人数\n东\t30\n西\t20\n合计\t%s\n"
	first := audit.Run(parse(t, "", "r.txt", fmt.Sprintf(report, "55")))[0]
	entry := audit.Entry{ID: first.ID, Values: first.Values, Acceptance: audit.Acceptance{Reason: "含未登记者", By: "统计室"}}
	for _, tt := range []struct {
		total             string
		accepted, changed bool
		unused            int
	}{
		{"55", true, false, 0},
		{"56", false, true, 1},
		{"50", false, false, 1},
	} {
		found := audit.Run(parse(t, "", "r.txt", "\n\n"+fmt.Sprintf(report, tt.total)))
		unused := audit.Accept(found, []audit.Entry{entry})
		if len(unused) != tt.unused || tt.unused > 0 && unused[0].Changed != tt.changed {
			t.Errorf("%s: unused %v", tt.total, unused)
		}
		if len(found) > 0 && (found[0].Accepted != nil) != tt.accepted {
			t.Errorf("%s: %+v", tt.total, found[0])
		}
		if audit.Failing(found, false) != (len(found) > 0 && !tt.accepted) {
			t.Errorf("%s: fails or not: %+v", tt.total, found)
		}
	}
}
