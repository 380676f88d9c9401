package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"charts/internal/audit"
	"charts/internal/build"
	"charts/internal/diag"
)

func newAudit(s streams) *cobra.Command {
	var o build.Options
	format := "text"
	cmd := &cobra.Command{
		Use:   "audit",
		Short: "Hold the report against itself: sums, rates, notes, prose against tables",
		Long: `Looks for numbers of the report that contradict each other, before they are drawn.
Ends with 0 when it finds nothing, with 1 when it does. The rules:

` + rulesHelp(),
		Example: `  charts audit
  charts audit --report 2022=a.txt --report 2023=b.txt
  charts audit --format sarif > audit.sarif`,
		Args: arity{}.check,
		RunE: func(*cobra.Command, []string) error {
			p, problems := build.LoadReports(o)
			if err := tell(s, p, problems); err != nil {
				return err
			}
			all := audit.Run(p.Documents)
			printFindings(s, p, all, format)
			if len(all) > 0 {
				return findings
			}
			return nil
		},
	}
	f := cmd.Flags()
	inputFlags(f, &o)
	f.Var(choice{&format, []string{"text", "json", "sarif", "github"}}, "format", "how to print it")
	return cmd
}

// rulesHelp lists the rules, one a line.
func rulesHelp() string {
	var lines []string
	for _, r := range audit.Rules {
		lines = append(lines, fmt.Sprintf("  %-24s %s", r.Name, r.Doc))
	}
	return strings.Join(lines, "\n")
}

func countTables(p *build.Project) (n int) {
	for _, doc := range p.Documents {
		n += len(doc.Tables)
	}
	return n
}

func printFindings(s streams, p *build.Project, all []audit.Finding, format string) {
	switch format {
	case "json":
		printJSON(s.out, all)
	case "sarif":
		printJSON(s.out, audit.ToSARIF(all))
	case "github":
		for _, f := range all {
			diag.PrintGitHub(s.out, f.Problem())
		}
	default:
		for _, f := range all {
			diag.Print(s.out, diag.List{f.Problem()}, p.Text)
		}
		fmt.Fprintf(s.err, "charts: contradictions: %d, tables read: %d\n", len(all), countTables(p))
	}
}
