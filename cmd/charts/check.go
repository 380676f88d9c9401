package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"charts/internal/build"
)

func newCheck(s streams) *cobra.Command {
	var o build.Options
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "check [ID...]",
		Short: "Tell whether the outputs are what render would write",
		Long: `Compares the output folder with what render would write, and writes nothing.
Ends with 0 when all is fresh, with 1 when something is stale (each with the
reason, in numbers where values changed), and with 2 when it could not tell.`,
		Example: `  charts check
  charts check --json`,
		RunE: func(cmd *cobra.Command, ids []string) error {
			o.IDs = ids
			p, problems := build.Load(o)
			if len(p.Documents) == 0 {
				return tell(s, p, problems)
			}
			stale, more := build.Check(cmd.Context(), p, o)
			problems = append(problems, more...)
			if asJSON {
				printJSON(s.out, stale)
			} else {
				for _, x := range stale {
					fmt.Fprintln(s.out, x)
				}
			}
			if err := tell(s, p, problems); err != nil {
				return err
			}
			if len(stale) > 0 {
				return findings
			}
			return nil
		},
	}
	f := cmd.Flags()
	inputFlags(f, &o)
	outFlag(f, &o)
	f.Var((*formats)(&o.Formats), "outputs", "output formats to look at (default: as for render)")
	f.BoolVar(&asJSON, "json", false, "print one JSON document")
	return cmd
}
