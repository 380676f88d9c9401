package main

import (
	"slices"

	"github.com/spf13/cobra"

	"charts/internal/build"
	"charts/internal/diag"
	"charts/internal/message"
)

func newCheck(s streams) *cobra.Command {
	var o build.Options
	var asJSON, comments bool
	format := "text"
	cmd := &cobra.Command{
		Use:   "check [ID...] [DOCUMENT.docx...]",
		Short: "Tell whether the outputs are what render would write",
		Long: `Compares the output folder with what render would write, and writes nothing. It
needs the manifest in that folder, not the report that the folder was made from.
Ends with 0 when all is fresh, with 1 when something is stale (each with the
reason, in numbers where values changed) or shows a number that the report
contradicts and nobody accepted, and with 2 when it could not tell.

Of Word documents it says which pictures are current, out of date, resized or
unknown, and under which caption, which numbers in sentences are, and what was left
for a figure and has none.`,
		Example: `  charts check
  charts check --format github
  charts check report.docx --comments
  charts check --format junit > charts.xml`,
		RunE: func(cmd *cobra.Command, ids []string) error {
			var documents []string
			o.IDs, documents = split(ids)
			if asJSON {
				format = "json"
			}
			if len(documents) > 0 {
				return checkWord(cmd, s, o, documents, format, comments)
			}
			if comments {
				return message.Errorf("--comments needs a Word document to copy")
			}
			return check(cmd, s, o, format)
		},
	}
	f := cmd.Flags()
	inputFlags(s, f, &o)
	outFlag(f, &o)
	f.Var((*formats)(&o.Formats), "outputs", "output formats to look at (default: as for render)")
	f.Var(choice{&format, []string{"text", "json", "junit", "github", "gitlab"}}, "format", "how to print it")
	f.BoolVar(&comments, "comments", false, "also write what is wrong as comments into copies of the Word documents, NAME-comments.docx")
	f.BoolVar(&asJSON, "json", false, "the same as --format json")
	cmd.MarkFlagsMutuallyExclusive("json", "format")
	return cmd
}

func check(cmd *cobra.Command, s streams, o build.Options, format string) error {
	parts, problems := build.Parts(o)
	err := tell(s, &build.Project{}, problems)
	v, looked := verdict{stale: []build.Stale{}, problems: problems}, false
	for _, part := range parts {
		p, problems := build.Load(part)
		if p.Ready() {
			fresh, stale, more := build.Check(cmd.Context(), p, part)
			v.fresh, v.stale, problems = append(v.fresh, fresh...), append(v.stale, stale...), append(problems, more...)
			looked = true
		}
		v.problems = append(v.problems, problems...)
		if e := tell(s, p, problems); e != nil {
			err = e
		}
	}
	if looked {
		printVerdict(s, format, v)
	}
	if err != nil {
		return err
	}
	contradicts := slices.ContainsFunc(v.problems, func(p diag.Problem) bool { return p.Rule == contradicted })
	if len(v.stale) > 0 {
		s.say(s.err, "charts: %s; charts render draws anew what is stale", message.Count(len(v.stale), "%d output is not as it should be", "%d outputs are not as they should be"))
	}
	if contradicts {
		s.say(s.err, "charts: figures show numbers that the report contradicts; mend the report, or accept them with a reason: charts audit --accept ID --reason …")
	}
	if len(v.stale) > 0 || contradicts {
		return findings
	}
	return nil
}
