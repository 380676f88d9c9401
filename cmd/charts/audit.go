package main

import (
	"cmp"
	"fmt"
	"os/user"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"charts/internal/audit"
	"charts/internal/build"
	"charts/internal/diag"
	"charts/internal/message"
)

// auditOptions are the flags of audit beside those of every command.
type auditOptions struct {
	format, accept, reason, by string
	strict, comments           bool
}

func newAudit(s streams) *cobra.Command {
	var o build.Options
	a := auditOptions{format: "text"}
	cmd := &cobra.Command{
		Use:   "audit",
		Short: "Hold the report against itself: sums, rates, notes, prose against tables",
		Long: s.helpText(`Looks for numbers of the report that contradict each other, before they are drawn.
An error is closed in itself, a conflict is between two places, a doubt can have
another explanation. What stands is accepted with its reason in specs/audit.yaml.

Ends with 1 when there is an error or a conflict that nobody accepted, in a
strict run a doubt, else with 0. The rules:`) + "\n\n" + s.rulesHelp(),
		Example: `  charts audit
  charts audit --report 2022=a.txt --report 2023=b.txt
  charts audit --accept total-not-sum-3f9a21c4 --reason "the total counts those who did not say"
  charts audit --format sarif > audit.sarif
  charts audit --format xlsx > check.xlsx
  charts audit --comments`,
		Args: arity{}.check,
		RunE: func(*cobra.Command, []string) error {
			if a.accept == "" && (a.reason != "" || a.by != "") {
				return usage(message.Of("write --accept ID, too; charts audit prints the ids"), "--reason and --by are of a finding that is accepted")
			}
			return auditAll(s, o, a)
		},
	}
	f := cmd.Flags()
	inputFlags(s, f, &o)
	f.Var(choice{&a.format, []string{"text", "json", "sarif", "github", "markdown", "html", "xlsx", "docx"}}, "format", "how to print it; the last four are lists to hand round, with a column for the answer")
	f.StringVar(&a.accept, "accept", "", "write into specs/audit.yaml that the finding with this `id` stands")
	f.StringVar(&a.reason, "reason", "", "why it stands")
	f.StringVar(&a.by, "by", "", "who says so (default the user's name)")
	f.BoolVar(&a.comments, "comments", false, "also write the findings as comments into copies of the Word reports, NAME-comments.docx")
	f.BoolVar(&a.strict, "strict", false, "end with 1 for doubts, too")
	return cmd
}

// auditAll holds the reports of each part of a project against themselves.
func auditAll(s streams, o build.Options, a auditOptions) error {
	parts, problems := build.Parts(o)
	unread := tell(s, &build.Project{}, problems)
	found := []audit.Finding{}
	var unused diag.List
	held, tables := 0, 0
	for i, part := range parts {
		p, problems := build.LoadReports(part)
		own, more := p.Audit(part)
		if len(parts) > 1 {
			unused, more = ofNone(unused, more, i == 0)
		}
		if err := tell(s, p, append(problems, more...)); err != nil {
			if unread = err; len(p.Documents) < 2 {
				continue
			}
		}
		if a.comments {
			made, more := p.CommentAudit(own, s.language)
			if err := sayCommented(s, p, made, more); err != nil {
				return err
			}
		}
		for i := range own {
			own[i] = own[i].Said(s.language)
		}
		if a.format == "text" && a.accept == "" {
			printFindings(s, p, own)
			for i := range own {
				own[i] = own[i].Apart()
			}
		}
		found, held, tables = append(found, own...), held+1, tables+countTables(p)
	}
	if tell(s, &build.Project{}, unused); held == 0 {
		return unread
	}
	if a.accept != "" {
		return accept(s, o, found, a)
	}
	if a.format == "text" {
		s.say(s.err, "charts: contradictions: %s, tables read: %d", tally(found), tables)
	} else if err := printAudit(s, o, found, a.format); err != nil {
		return err
	}
	if unread == nil && audit.Failing(found, a.strict) {
		return findings
	}
	return unread
}

// ofNone parts the problems of a part from the acceptances that no part so far had a use for.
func ofNone(unused, problems diag.List, first bool) (still, others diag.List) {
	for _, p := range problems {
		same := func(q diag.Problem) bool { return q.Pos == p.Pos }
		switch {
		case p.Rule != "unused-acceptance":
			others = append(others, p)
		case first || slices.ContainsFunc(unused, same):
			still = append(still, p)
		}
	}
	return still, others
}

// sayCommented says which documents were written with comments.
func sayCommented(s streams, p *build.Project, made []build.Commented, problems diag.List) error {
	for _, c := range made {
		s.say(s.err, "charts: %s in %s", message.Count(c.Comments, "%d comment", "%d comments"), c.Path)
	}
	if len(made) == 0 && len(problems) == 0 {
		s.say(s.err, "charts: no comments: nothing was found in a Word document")
	}
	return tell(s, p, problems)
}

// rulesHelp lists the rules, one a line.
func (v *voice) rulesHelp() string {
	var lines []string
	for _, r := range audit.Rules {
		lines = append(lines, fmt.Sprintf("  %-24s %s", r.Name, r.Doc.In(v.language)))
	}
	return strings.Join(lines, "\n")
}

// accept writes that a finding stands.
func accept(s streams, o build.Options, found []audit.Finding, a auditOptions) error {
	i := slices.IndexFunc(found, func(f audit.Finding) bool { return f.ID == a.accept })
	switch {
	case strings.TrimSpace(a.reason) == "":
		return message.Errorf("--accept needs a --reason: why the finding stands")
	case i < 0:
		var ids []string
		for _, f := range found {
			ids = append(ids, f.ID)
		}
		return message.Errorf("no finding has the id %s; %s", a.accept, diag.Meant(a.accept, ids).Or(message.Of("charts audit prints the ids")))
	}
	path, err := build.Accept(o, found[i], audit.Acceptance{Reason: a.reason, By: cmp.Or(a.by, userName())})
	if err != nil {
		return err
	}
	s.say(s.err, "charts: accepted in %s: %s", path, found[i].Message)
	return nil
}

// userName is how the system calls who runs the program.
func userName() string {
	if u, err := user.Current(); err == nil {
		return cmp.Or(u.Name, u.Username)
	}
	return "unknown"
}

func countTables(p *build.Project) (n int) {
	for _, doc := range p.Documents {
		n += len(doc.Tables)
	}
	return n
}

// printFindings prints what was found in a part.
func printFindings(s streams, p *build.Project, found []audit.Finding) {
	var all diag.List
	for _, f := range found {
		all = append(all, f.Problem())
	}
	diag.PrintInOrder(s.out, s.language, all, p.Files())
}

// printAudit prints what was found in all parts as one document.
func printAudit(s streams, o build.Options, found []audit.Finding, format string) error {
	switch format {
	case "json":
		printJSON(s.out, found)
	case "sarif":
		info, _ := debug.ReadBuildInfo()
		root, _ := filepath.Abs(filepath.Dir(filepath.Clean(o.Specs)))
		printJSON(s.out, audit.SARIF(found, versionOf(info).Version, root))
	case "github":
		for _, f := range found {
			if f.Accepted == nil {
				diag.PrintGitHub(s.out, s.language, f.Problem())
			}
		}
	default:
		return printList(s, audit.NewList(found, s.language), format)
	}
	return nil
}

// printList writes a list to hand round.
func printList(s streams, l audit.List, format string) error {
	var content []byte
	var err error
	switch format {
	case "markdown":
		content = l.Markdown()
	case "html":
		content = l.HTML()
	case "xlsx":
		content, err = l.XLSX()
	case "docx":
		content, err = l.DOCX()
	}
	if err != nil {
		return err
	}
	_, err = s.out.Write(content)
	return err
}

var kindNames = map[string]message.Format{audit.Error: "error", audit.Conflict: "conflict", audit.Doubt: "doubt", "accepted": "accepted"}

// tally counts the findings by severity.
func tally(found []audit.Finding) message.Text {
	counts := map[string]int{}
	for _, f := range found {
		kind := f.Severity
		if f.Accepted != nil {
			kind = "accepted"
		}
		counts[kind]++
	}
	var parts []message.Text
	for _, kind := range []string{audit.Error, audit.Conflict, audit.Doubt, "accepted"} {
		if counts[kind] > 0 {
			parts = append(parts, message.Of("%s %d", kindNames[kind], counts[kind]))
		}
	}
	open := len(found) - counts["accepted"]
	if len(parts) == 0 {
		return message.Of("%d", open)
	}
	return message.Of("%d (%s)", open, message.List(parts))
}
