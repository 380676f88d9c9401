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
			parts, problems := build.Parts(o)
			err := tell(s, &build.Project{}, problems)
			var all []build.Dependency
			for _, part := range parts {
				p, problems := build.Load(part)
				if e := tell(s, p, problems); e != nil {
					err = e
				}
				all = append(all, build.Deps(p, part)...)
			}
			if err == nil {
				printDeps(s.out, all)
			}
			return err
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
