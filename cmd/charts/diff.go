package main

import (
	"github.com/spf13/cobra"

	"charts/internal/diff"
	"charts/internal/manifest"
)

func newDiff(s streams) *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "diff A B",
		Short: "What changed between two outputs: values, figures, pictures",
		Long: `Compares two outputs and prints what changed: values first, then new and vanished
figures, then files. A and B are output folders, manifests, or git:REV:FOLDER for
the folder as a revision has it. Neither report nor specs are read.

Ends with 0 when nothing changed, with 1 when something did.`,
		Example: `  charts diff git:HEAD:out out
  charts diff git:main:out out --format markdown
  charts diff out-2022 out-2023 --format html > changes.html`,
		Args: arity{2, 2, "two outputs to compare"}.check,
		RunE: func(_ *cobra.Command, args []string) error {
			before, err := manifest.Open(args[0])
			if err != nil {
				return err
			}
			after, err := manifest.Open(args[1])
			if err != nil {
				return err
			}
			return printDiff(s, diff.Of(before, after), format)
		},
	}
	cmd.Flags().Var(choice{&format, []string{"text", "markdown", "html", "json"}}, "format", "how to print it")
	return cmd
}

func printDiff(s streams, d diff.Diff, format string) error {
	switch format {
	case "json":
		printJSON(s.out, d)
	case "markdown":
		d.Markdown(s.out, s.language)
	case "html":
		if err := d.HTML(s.out, s.language); err != nil {
			return err
		}
	default:
		d.Text(s.out, s.language)
		s.say(s.err, "charts: %s", d.Summary())
	}
	if d.Empty() {
		return nil
	}
	return findings
}
