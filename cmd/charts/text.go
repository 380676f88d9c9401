package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"charts/internal/diag"
)

// align lays rows out in columns for a terminal, where Chinese takes two columns.
// Columns named in right end at the same place.
func align(rows [][]string, right []bool) string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], diag.Columns(diag.Clean(cell)))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			cell = diag.Clean(cell)
			pad := strings.Repeat(" ", widths[i]-diag.Columns(cell))
			if i < len(right) && right[i] {
				line.WriteString(pad + cell + "  ")
			} else {
				line.WriteString(cell + pad + "  ")
			}
		}
		diag.PrintLine(&b, "%s", strings.TrimRight(line.String(), " "))
	}
	return b.String()
}

// printJSON writes v as one indented document, Chinese and brackets as they are.
func printJSON(w io.Writer, v any) {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		fmt.Fprintln(w, "null") // plain structs: cannot happen
	}
}
