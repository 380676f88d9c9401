package audit

import (
	"net/url"
	"path/filepath"
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
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string    `json:"id"`
		Short   sarifText `json:"shortDescription"`
		Default struct {
			Level string `json:"level"`
		} `json:"defaultConfiguration"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		Rule      string          `json:"ruleId"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
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

// ToSARIF is the findings as SARIF.
func ToSARIF(findings []Finding) SARIF {
	run := sarifRun{Results: []sarifResult{}}
	run.Tool.Driver.Name = "charts audit"
	for _, r := range Rules {
		rule := sarifRule{ID: r.Name, Short: sarifText{r.Doc}}
		rule.Default.Level = r.Severity
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, rule)
	}
	for _, f := range findings {
		result := sarifResult{Rule: f.Rule, Level: f.Severity, Message: sarifText{f.Message}}
		for i, p := range f.Places {
			if l := location(p, i); i == 0 {
				result.Locations = append(result.Locations, l)
			} else {
				result.Related = append(result.Related, l)
			}
		}
		run.Results = append(run.Results, result)
	}
	return SARIF{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}}
}

func location(p Place, id int) sarifLocation {
	l := sarifLocation{ID: id}
	l.Physical.Artifact.URI = (&url.URL{Path: filepath.ToSlash(p.Report)}).String()
	l.Physical.Region.Line = p.Line
	l.Physical.Region.Snippet.Text = p.Quote
	return l
}
