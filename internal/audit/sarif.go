package audit

import (
	"net/url"
	"path/filepath"

	"charts/internal/claim"
)

// manualPath is where the repository of the program explains the rules.
const manualPath = "docs/audit.md"

// sarifLevels are the severities as SARIF has them.
var sarifLevels = map[string]string{Error: "error", Conflict: "error", Doubt: "warning"}

type object map[string]any

// sarifText is a text as SARIF has it.
func sarifText(text string) object { return object{"text": text} }

// SARIF is the findings in the format that code hosts show beside the lines, version
// 2.1.0, by a version of the program. The paths of reports are made relative to the
// folder root.
func SARIF(findings []Finding, version, root string) any {
	rules, results := []object{}, []object{}
	for _, r := range Rules {
		rules = append(rules, object{"id": r.Name, "shortDescription": sarifText(r.Doc.String()), "helpUri": manualPath + "#" + r.Name,
			"defaultConfiguration": object{"level": sarifLevels[r.Severity]}})
	}
	for _, f := range findings {
		var places []object
		for i, p := range f.Places {
			places = append(places, location(p, i, root))
		}
		result := object{"ruleId": f.Rule, "level": sarifLevels[f.Severity], "message": sarifText(f.Message.String()), "locations": places[:1],
			"partialFingerprints": object{"charts/v1": f.ID}}
		if len(places) > 1 {
			result["relatedLocations"] = places[1:]
		}
		if a := f.Accepted; a != nil {
			result["suppressions"] = []object{{"kind": "external", "justification": a.Reason + " — " + a.By}}
		}
		results = append(results, result)
	}
	driver := object{"name": "charts audit", "version": version, "rules": rules}
	return object{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
		"runs": []object{{"tool": object{"driver": driver}, "results": results}}}
}

func location(p claim.Place, id int, root string) object {
	uri := (&url.URL{Path: filepath.ToSlash(relative(p.Report, root))}).String()
	l := object{"physicalLocation": object{"artifactLocation": object{"uri": uri}, "region": object{"startLine": p.Line, "snippet": sarifText(p.Quote)}}}
	if id > 0 {
		l["id"] = id
	}
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
