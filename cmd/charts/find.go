package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"charts/internal/build"
)

func newFind(s streams) *cobra.Command {
	var o build.Options
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "find TEXT",
		Short: "Sentences, captions and cells that contain a text, with their lines",
		Long: `Finds a text in the reports, blind to blanks, line ends, page breaks and full or
half width. Ends with 1 when nothing was found.`,
		Example: `  charts find 毕业去向落实率
  charts find "自有收入" --json`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, problems := build.LoadReports(o)
			hits := p.Find(args[0])
			if err := tell(s, p, problems); err != nil {
				return err
			}
			if asJSON {
				printJSON(s.out, hits)
			} else {
				for _, h := range hits {
					fmt.Fprintf(s.out, "%s:%d: %s: %s\n", h.Report, h.Line, h.Place(), h.Text)
				}
			}
			if len(hits) == 0 {
				return findings
			}
			return nil
		},
	}
	inputFlags(cmd.Flags(), &o)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return cmd
}
