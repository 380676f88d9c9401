package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io"

	"charts/internal/build"
	"charts/internal/diag"
	"charts/internal/message"
)

// A verdict is what check found.
type verdict struct {
	fresh    []message.Text
	stale    []build.Stale
	problems diag.List
}

func printVerdict(s streams, format string, v verdict) {
	w := s.out
	for i := range v.stale {
		v.stale[i] = v.stale[i].Said(s.language)
	}
	switch format {
	case "json":
		printJSON(w, v.stale)
	case "junit":
		printJUnit(w, v, s.language)
	case "github":
		for _, p := range v.findings() {
			diag.PrintGitHub(w, s.language, p)
		}
	case "gitlab":
		printJSON(w, gitlabIssues(v.findings(), s.language))
	default:
		for _, stale := range v.stale {
			s.say(w, "%s", stale.Text())
		}
	}
}

// findings are what keeps the check from ending well: what is stale, what could not
// be drawn, what the report contradicts.
func (v verdict) findings() (all diag.List) {
	for _, stale := range v.stale {
		all = append(all, diag.Problem{Pos: stale.Pos(), Rule: "stale", Text: stale.Text()})
	}
	for _, p := range v.problems {
		if p.Severity == diag.Error || p.Rule == contradicted {
			p.Severity = diag.Error
			all = append(all, p)
		}
	}
	return all
}

// contradicted is the rule of numbers that the report contradicts.
const contradicted = "contradicted"

// A testSuite is JUnit's form: each figure and each page is a test.
type testSuite struct {
	XMLName  xml.Name   `xml:"testsuite"`
	Name     string     `xml:"name,attr"`
	Tests    int        `xml:"tests,attr"`
	Failures int        `xml:"failures,attr"`
	Errors   int        `xml:"errors,attr"`
	Cases    []testCase `xml:"testcase"`
}

type testCase struct {
	Class   string   `xml:"classname,attr"`
	Name    string   `xml:"name,attr"`
	Failure *outcome `xml:"failure"`
	Error   *outcome `xml:"error"`
}

type outcome struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

func printJUnit(w io.Writer, v verdict, lang message.Language) {
	suite := testSuite{Name: "charts check"}
	for _, path := range v.fresh {
		suite.Cases = append(suite.Cases, testCase{Class: "charts", Name: diag.Plain(path.In(lang))})
	}
	for _, s := range v.stale {
		suite.Failures++
		suite.Cases = append(suite.Cases, testCase{Class: "charts", Name: diag.Plain(s.Outputs().In(lang)), Failure: &outcome{diag.Plain(s.Reason.In(lang)), diag.Plain(s.Text().In(lang))}})
	}
	for _, p := range v.findings()[len(v.stale):] {
		if p.Rule == contradicted {
			suite.Failures++
			suite.Cases = append(suite.Cases, testCase{Class: "charts", Name: p.Pos.String(), Failure: &outcome{p.Rule, diag.Plain(p.Text.In(lang))}})
		} else {
			suite.Errors++
			suite.Cases = append(suite.Cases, testCase{Class: "charts", Name: p.Pos.String(), Error: &outcome{p.Rule, p.Text.In(lang)}})
		}
	}
	suite.Tests = len(suite.Cases)
	text, err := xml.MarshalIndent(suite, "", "  ")
	if err != nil {
		panic(err) // plain structs: cannot happen
	}
	fmt.Fprintf(w, "%s%s\n", xml.Header, text)
}

// A gitlabIssue is one entry of a GitLab code quality report.
type gitlabIssue struct {
	Description string         `json:"description"`
	Rule        string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

func gitlabIssues(findings diag.List, lang message.Language) []gitlabIssue {
	issues := []gitlabIssue{}
	for _, p := range findings {
		sum := sha256.Sum256([]byte(p.Text.String()))
		issues = append(issues, gitlabIssue{
			Description: diag.Plain(p.Text.In(lang)), Rule: p.Rule, Fingerprint: hex.EncodeToString(sum[:]), Severity: "major",
			Location: gitlabLocation{p.Pos.File, gitlabLines{max(p.Pos.Line, 1)}},
		})
	}
	return issues
}
