package main

import (
	"github.com/spf13/cobra"

	"charts/internal/spec"
)

func newSchema(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of the specs",
		Long: `Prints the JSON Schema of the specs. Editors complete and check from it: put

  # yaml-language-server: $schema=charts.schema.json

on the first line of a spec.`,
		Example: `  charts schema > specs/charts.schema.json`,
		Args:    arity{}.check,
		RunE: func(*cobra.Command, []string) error {
			_, err := s.out.Write(spec.Schema(s.language))
			return err
		},
	}
}
