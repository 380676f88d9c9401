package audit

import (
	"net/url"
	"path/filepath"

	"charts/internal/claim"
)

// A SARIF is findings in the format that code hosts show beside the lines:
// version 2.1.0, as far as they read it.
type SARIF struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type (
	sarifRun struct {
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		Results []sarifResult `json:"results"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string    `json:"id"`
		Short   sarifText `json:"shortDescription"`
		Help    string    `json:"helpUri"`
		Default struct {
			Level string `json:"level"`
		} `json:"defaultConfiguration"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		Rule         string             `json:"ruleId"`
		Level        string             `json:"level"`
		Message      sarifText          `json:"message"`
		Locations    []sarifLocation    `json:"locations"`
		Related      []sarifLocation    `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string  `json:"partialFingerprints"`
		Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"`
		Justification string `json:"justification"`
	}
	sarifLocation struct {
		ID       int `json:"id,omitempty"`
		Physical struct {
			Artifact struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region struct {
				Line    int       `json:"startLine"`
				Snippet sarifText `json:"snippet"`
			} `json:"region"`
		} `json:"physicalLocation"`
	}
)

// manualPath is where the repository of the program explains the rules.
const manualPath = "docs/audit.md"

// sarifLevels are the severities as SARIF has them.
var sarifLevels = map[string]string{Error: "error", Conflict: "error", Doubt: "warning"}

// ToSARIF is the findings as SARIF, by a version of the program. The paths of
// reports are made relative to the folder root.
func ToSARIF(findings []Finding, version, root string) SARIF {
	run := sarifRun{Results: []sarifResult{}}
	run.Tool.Driver.Name, run.Tool.Driver.Version = "charts audit", version
	for _, r := range Rules {
		rule := sarifRule{ID: r.Name, Short: sarifText{r.Doc.String()}, Help: manualPath + "#" + r.Name}
		rule.Default.Level = sarifLevels[r.Severity]
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, rule)
	}
	for _, f := range findings {
		result := sarifResult{Rule: f.Rule, Level: sarifLevels[f.Severity], Message: sarifText{f.Message.String()}, Fingerprints: map[string]string{"charts/v1": f.ID}}
		for i, p := range f.Places {
			if l := location(p, i, root); i == 0 {
				result.Locations = append(result.Locations, l)
			} else {
				result.Related = append(result.Related, l)
			}
		}
		if a := f.Accepted; a != nil {
			result.Suppressions = []sarifSuppression{{"external", a.Reason + " — " + a.By}}
		}
		run.Results = append(run.Results, result)
	}
	return SARIF{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}}
}

func location(p claim.Place, id int, root string) sarifLocation {
	l := sarifLocation{ID: id}
	l.Physical.Artifact.URI = (&url.URL{Path: filepath.ToSlash(relative(p.Report, root))}).String()
	l.Physical.Region.Line = p.Line
	l.Physical.Region.Snippet.Text = p.Quote
	return l
}

// relative is a path below the folder root, or as it was given.
func relative(path, root string) string {
	if !filepath.IsAbs(path) {
		return path
	}
	if rel, err := filepath.Rel(root, path); err == nil && filepath.IsLocal(rel) {
		return rel
	}
	return path
}
