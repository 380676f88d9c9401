package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"charts/internal/build"
	"charts/internal/manifest"
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
			problems = append(p.About(args[0], problems), more...)
			if !problems.HasErrors() {
				printData(s, d, format)
			}
			return tell(s, p, problems)
		},
	}
	f := cmd.Flags()
	inputFlags(f, &o)
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
		fmt.Fprint(s.out, dataTable(d))
	}
}

// dataTable is the data as columns of text, the places of each row at its end.
func dataTable(d manifest.Data) string {
	head := []string{}
	for _, c := range d.Columns {
		head = append(head, c.Header())
	}
	rows := [][]string{append(head, "来源")}
	var right []bool
	for i := range d.Columns {
		right = append(right, isNumeric(d, i))
	}
	for _, r := range d.Rows {
		row := []string{}
		for i := range r.Cells {
			row = append(row, r.Text(i))
		}
		where := d.Where(r)
		if r.Computed {
			where = strings.TrimSpace(where + " 计算值")
		}
		rows = append(rows, append(row, where))
	}
	return align(rows, right)
}

func isNumeric(d manifest.Data, column int) bool {
	for _, r := range d.Rows {
		if r.Cells[column].Kind == series.Number {
			return true
		}
	}
	return false
}
