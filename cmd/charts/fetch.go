package main

import (
	"github.com/spf13/cobra"

	"charts/internal/build"
	"charts/internal/diag"
)

func newFetch(s streams) *cobra.Command {
	var o build.Options
	cmd := &cobra.Command{
		Use:   "fetch [ID...]",
		Short: "Ask the databases that specs name, and record what they answer",
		Long: `Runs the queries of the specs, or those of the figures and pages named, and writes
the rows to snapshots/ beside the specs. Everything else reads them there: to
render and to check needs no database, and what changed is told in numbers.

A spec names the environment variable that holds the address of its database, never
the address. Queries run in a transaction that can only read; give them a user who
can only read, too. The snapshots that changed are printed, one a line.`,
		Example: `  export STATS_DB=postgres://reader:secret@db.example.org/stats
  charts fetch && charts render
  charts fetch visits --prune`,
		RunE: func(cmd *cobra.Command, ids []string) error {
			o.IDs = ids
			return fetch(cmd, s, o)
		},
	}
	f := cmd.Flags()
	inputFlags(s, f, &o)
	f.BoolVar(&o.Prune, "prune", false, "remove snapshots that no spec asks for")
	return cmd
}

func fetch(cmd *cobra.Command, s streams, o build.Options) error {
	p, problems := build.Load(o)
	if !p.Ready() {
		return tell(s, p, problems)
	}
	all, more := build.Fetch(cmd.Context(), p, o)
	changed := 0
	for _, f := range all {
		if f.Changed {
			changed++
			diag.PrintLine(s.out, "%s", f.Path)
		}
	}
	err := tell(s, p, append(problems, more...))
	s.say(s.err, "charts: %d changed, %d unchanged", changed, len(all)-changed)
	return err
}
