package series

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"charts/internal/quantity"
)

// gridFrom makes a grid of rows of text, the first of which names the columns. A
// name may carry its unit: 金额（万元）.
func gridFrom(name string, rows [][]string, lines []int) (grid, error) {
	if len(rows) == 0 {
		return grid{}, errors.New("it holds no rows")
	}
	if len(rows) > maxRows || len(rows[0]) > maxCols {
		return grid{}, errTooLarge
	}
	var g grid
	for i, cell := range rows[0] {
		column, unit := headerUnit(strings.TrimSpace(cell))
		if column == "" {
			column = "列" + strconv.Itoa(i+1)
		}
		if (Frame{Columns: g.columns}).column(column) >= 0 {
			return grid{}, &lineError{lines[0], fmt.Sprintf("two columns are named %q", column)}
		}
		g.columns = append(g.columns, Column{Name: column, Unit: unit})
	}
	for i, row := range rows[1:] {
		line := lines[i+1]
		if len(row) > len(g.columns) {
			return grid{}, &lineError{line, fmt.Sprintf("it has %d cells, and there are %d columns", len(row), len(g.columns))}
		}
		cells := make([]string, len(g.columns))
		for j, c := range row {
			cells[j] = strings.TrimSpace(c)
		}
		g.rows = append(g.rows, gridRow{cells: cells, label: cells[0], total: isTotal(cells[0]),
			source: Source{Report: name, Line: line, Quote: strings.Join(row, "\t")}})
	}
	return g, nil
}

// isTotal reports whether a row adds up the others.
func isTotal(label string) bool {
	switch strings.Join(strings.Fields(label), "") {
	case "合计", "总计", "小计", "共计", "总数", "Total", "total":
		return true
	}
	return false
}

// headerUnit parts 升学率 (%) into the name and the unit.
func headerUnit(name string) (string, string) {
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}} {
		rest, ok := strings.CutSuffix(name, pair[1])
		i := strings.LastIndex(rest, pair[0])
		if ok && i > 0 && quantity.IsUnit(rest[i+len(pair[0]):]) {
			return strings.TrimSpace(rest[:i]), strings.TrimSpace(rest[i+len(pair[0]):])
		}
	}
	return name, ""
}
