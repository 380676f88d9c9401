package main

import (
	"github.com/spf13/cobra"

	"charts/internal/build"
	"charts/internal/diag"
)

func newLint(s streams) *cobra.Command {
	var o build.Options
	var strict bool
	format := "text"
	cmd := &cobra.Command{
		Use:   "lint [ID...]",
		Short: "Check the specs without drawing: schema, references, honesty of the charts",
		Long: `Checks the specs as render would, and draws nothing: words and types, tables,
columns and sentences in the report, and whether the charts are honest: each rule
stands in docs/lint.md with its reason, and accept: in a figure says why it may
break one. What no spec can mend, such as a doubt of the reader, is told and is no
fault.

Ends with 0 when there is no fault, with 1 when there is one (with --strict: when
there is anything to say), with 2 when it could not tell.`,
		Example: `  charts lint
  charts lint --format github`,
		RunE: func(cmd *cobra.Command, ids []string) error {
			o.IDs = ids
			return lintAll(cmd, s, o, format, strict)
		},
	}
	f := cmd.Flags()
	inputFlags(s, f, &o)
	f.Var(choice{&format, []string{"text", "json", "github"}}, "format", "how to print it")
	f.BoolVar(&strict, "strict", false, "end with 1 for doubts and notes, too")
	return cmd
}

// lintAll checks the parts of a project. JSON is one document of all.
func lintAll(cmd *cobra.Command, s streams, o build.Options, format string, strict bool) error {
	parts, all := build.Parts(o)
	err := tell(s, &build.Project{}, all)
	for _, part := range parts {
		p, problems := build.Load(part)
		if !p.Ready() {
			err = tell(s, p, problems)
			continue
		}
		problems = append(problems, build.Lint(cmd.Context(), p, part)...)
		problems.Sort()
		if format != "json" {
			printProblems(s, p, problems, format, strict)
		}
		all = append(all, problems...)
	}
	if err != nil {
		return err
	}
	if format == "json" {
		printJSON(s.out, s.problemsJSON(all))
	}
	if all.Mendable() || strict && len(all) > 0 {
		return findings
	}
	return nil
}

// printProblems prints what lint found in a part. A runner shows few annotations, so those are of
// what ends the run alone.
func printProblems(s streams, p *build.Project, problems diag.List, format string, strict bool) {
	switch format {
	case "github":
		for _, problem := range problems {
			if strict || (diag.List{problem}).Mendable() {
				diag.PrintGitHub(s.out, s.language, problem)
			}
		}
	default:
		diag.Print(s.out, s.language, problems, p.Files())
	}
}

// A problemJSON is one problem as --format json prints it.
type problemJSON struct {
	File     string     `json:"file"`
	Line     int        `json:"line"`
	Column   int        `json:"column"`
	Severity string     `json:"severity"`
	Rule     string     `json:"rule"`
	Message  string     `json:"message"`
	Hint     string     `json:"hint"`
	See      []noteJSON `json:"see"`
}

type noteJSON struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

func (v *voice) problemsJSON(problems diag.List) []problemJSON {
	all := []problemJSON{}
	for _, p := range problems {
		x := problemJSON{p.Pos.File, p.Pos.Line, p.Pos.Col, p.Severity.String(), p.Rule, p.Text.In(v.language), p.Hint.In(v.language), []noteJSON{}}
		for _, n := range p.See {
			x.See = append(x.See, noteJSON{n.Pos.File, n.Pos.Line, n.Pos.Col, n.Text.In(v.language)})
		}
		all = append(all, x)
	}
	return all
}
