package audit_test

import (
	"strings"
	"testing"

	"charts/internal/audit"
	"charts/internal/report"
)

func auditText(t testing.TB, text string) []audit.Finding {
	doc, problems := report.Parse("", "r.txt", []byte(text))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return audit.Run([]*report.Document{doc})
}

// A single changed number is found, and a clean report is let alone.
func TestPlantedChanges(t *testing.T) {
	found, planted := map[string]int{}, map[string]int{}
	var missed []string
	for seed := range uint64(3) {
		d := generated(seed)
		clean := d.text(-1, "")
		if all := auditText(t, clean); len(all) > 0 {
			t.Errorf("seed %d, a clean report: %s\n%s", seed, findings(all), clean)
		}
		for i, n := range d.tied {
			if d.IntN(100) < sampled {
				text := d.text(i, d.changed(n.text))
				planted[n.where]++
				if len(auditText(t, text)) > 0 {
					found[n.where]++
				} else {
					missed = append(missed, n.where+" "+n.kind)
				}
			}
		}
	}
	for where, least := range map[string]int{inTable: 90, inSentence: 80, between: 70} {
		t.Logf("%s: %d of %d", where, found[where], planted[where])
		if 100*found[where] < least*planted[where] {
			t.Errorf("%s: %d of %d found; want %d %%", where, found[where], planted[where], least)
		}
	}
	t.Logf("missed: %s", strings.Join(missed, "; "))
}

// sampled is the percentage of tied numbers that the test changes.
const sampled = 40
