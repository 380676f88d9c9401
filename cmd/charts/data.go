package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"charts/internal/build"
	"charts/internal/manifest"
	"charts/internal/message"
	"charts/internal/series"
)

func newData(s streams) *cobra.Command {
	var o build.Options
	format := "table"
	cmd := &cobra.Command{
		Use:   "data ID",
		Short: "Print the series behind a figure, with its sources",
		Example: `  charts data destinations
  charts data destinations --format json`,
		Args: arity{1, 1, "the id of one figure"}.check,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.IDs = args
			p, problems := build.Load(o)
			if !p.Ready() {
				return tell(s, p, problems)
			}
			d, more := p.Data(cmd.Context(), args[0])
			problems = append(build.About(args[0], problems), more...)
			if !problems.HasErrors() {
				printData(s, d, format)
			}
			return tell(s, p, problems)
		},
	}
	f := cmd.Flags()
	inputFlags(s, f, &o)
	f.Var(choice{&format, []string{"table", "csv", "json"}}, "format", "how to print it")
	return cmd
}

func printData(s streams, d manifest.Data, format string) {
	switch format {
	case "json":
		s.out.Write(d.JSON())
	case "csv":
		s.out.Write(d.CSV())
	default:
		fmt.Fprint(s.out, dataTable(d, s.language))
	}
}

// dataTable is the data as columns of text, the places of each row at its end.
func dataTable(d manifest.Data, l message.Language) string {
	head := []string{}
	for _, c := range d.Columns {
		head = append(head, c.Header().In(l))
	}
	rows := [][]string{append(head, manifest.SourceHead.In(l))}
	var right []bool
	for i := range d.Columns {
		right = append(right, isNumeric(d, i))
	}
	places := d.Places()
	for k, r := range d.Rows {
		row := []string{}
		for i := range r.Cells {
			row = append(row, r.Text(i).In(l))
		}
		where := places[k].In(l)
		if r.Computed {
			where = strings.TrimSpace(where + " " + manifest.ComputedMark.In(l))
		}
		rows = append(rows, append(row, where))
	}
	return align(rows, right)
}

func isNumeric(d manifest.Data, column int) bool {
	return slices.ContainsFunc(d.Rows, func(r manifest.DataRow) bool { return r.Cells[column].Kind == series.Number })
}
