package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"charts/internal/build"
)

func newDeps(s streams) *cobra.Command {
	var o build.Options
	cmd := &cobra.Command{
		Use:   "deps [ID...]",
		Short: "What each output is made of, as rules for make",
		Long: `Prints a rule for each output: its spec and those that it extends, the reports, the
side files that it names, and what all figures share. The variable charts-outputs
holds all outputs. A Makefile includes it; see examples/Makefile.`,
		Example: `  charts deps > charts.mk`,
		RunE: func(cmd *cobra.Command, ids []string) error {
			o.IDs = ids
			p, problems := build.Load(o)
			if err := tell(s, p, problems); err != nil {
				return err
			}
			printDeps(s.out, build.Deps(p, o))
			return nil
		},
	}
	f := cmd.Flags()
	inputFlags(s, f, &o)
	outFlag(f, &o)
	f.Var((*formats)(&o.Formats), "format", "formats of the outputs (default: as for render)")
	return cmd
}

func printDeps(w io.Writer, all []build.Dependency) {
	fmt.Fprint(w, "charts-outputs :=")
	for _, d := range all {
		fmt.Fprintf(w, " \\\n  %s", forMake(d.Output))
	}
	fmt.Fprintln(w)
	for _, d := range all {
		fmt.Fprintf(w, "%s:", forMake(d.Output))
		for _, file := range d.Files {
			fmt.Fprintf(w, " %s", forMake(file))
		}
		fmt.Fprintln(w)
	}
}

// forMake writes a path so that make reads it as one word.
func forMake(path string) string { return makefile.Replace(path) }

var makefile = strings.NewReplacer(" ", `\ `, "#", `\#`, "$", "$$", ":", `\:`, "%", `\%`)
