package report

import (
	"slices"
	"strconv"
	"strings"

	"charts/internal/notation"
	"charts/internal/table"
)

// columnByColumn turns lines that a program wrote which takes the columns of a page one
// after the other: blank lines part them, and each holds its names and as many cells as
// the others. It returns the cells as they follow one another row by row, behind those
// of the header, and how many lines they were.
func columnByColumn(lines []line) (cells []flowCell, used int) {
	blocks := blocksOfCells(lines)
	var header []string
	for len(blocks) > 0 {
		n := againAt(blocks)
		head, columns, last := columnsOfPage(blocks[:n])
		if blocks = blocks[n:]; len(columns) < 2 || header != nil && !slices.Equal(textsOf(head), header) {
			break
		}
		if header == nil {
			header, cells = textsOf(head), head
		}
		for i := range columns[0] {
			for _, c := range columns {
				cells = append(cells, c[i])
			}
		}
		used = last + 1
	}
	return cells, used
}

// againAt is where the first name comes back, as on a new page, or the end.
func againAt(blocks [][]flowCell) int {
	for i := 1; i < len(blocks); i++ {
		if blocks[i][0].text == blocks[0][0].text {
			return i
		}
	}
	return len(blocks)
}

// blocksOfCells are the cells of lines between blank ones.
func blocksOfCells(lines []line) (blocks [][]flowCell) {
	at := -1
	for _, c := range flowCells(lines, chineseApart) {
		if c.at != at && (at < 0 || lines[c.at].gap) {
			blocks = append(blocks, nil)
		}
		at = c.at
		blocks[len(blocks)-1] = append(blocks[len(blocks)-1], c)
	}
	return blocks
}

// columnsOfPage are the columns of blocks, the names over them, and the last line.
func columnsOfPage(blocks [][]flowCell) (head []flowCell, columns [][]flowCell, last int) {
	rows := rowsOfBlocks(blocks)
	if rows < 2 {
		return nil, nil, 0
	}
	for _, b := range blocks {
		names, own, ok := columnsOfBlock(b, rows, len(head) > len(columns))
		if !ok {
			break
		}
		head, columns, last = append(head, names...), append(columns, own...), b[len(b)-1].at
	}
	return head, columns, last
}

// rowsOfBlocks is how many values end two blocks at least.
func rowsOfBlocks(blocks [][]flowCell) (rows int) {
	count := map[int]int{}
	for _, b := range blocks {
		n := len(b)
		for n > 0 && b[n-1].value {
			n--
		}
		if n = len(b) - n; n > 1 {
			if count[n]++; count[n] > 1 {
				rows = max(rows, n)
			}
		}
	}
	return rows
}

// columnsOfBlock parts a block into its names and the cells under them: names alone,
// values alone, or a name and a value in turn. A block may hold names alone that are of
// the next ones, which are then named.
func columnsOfBlock(block []flowCell, rows int, named bool) (head []flowCell, columns [][]flowCell, ok bool) {
	isValue := func(c flowCell) bool { return c.value }
	n := len(block) - rows
	switch words := !slices.ContainsFunc(block, isValue); {
	case words && (n < 0 || n == 0 && !named):
		return block, nil, true
	case n < 0:
		return nil, nil, false
	case words, !slices.ContainsFunc(block[n:], func(c flowCell) bool { return !c.value }):
		return namesWithUnits(block[:n]), [][]flowCell{block[n:]}, true
	case n < rows:
		return nil, nil, false
	}
	columns = make([][]flowCell, 2)
	for i := range rows {
		name, value := block[n-rows+2*i], block[n-rows+2*i+1]
		if name.value || !value.value {
			return nil, nil, false
		}
		columns[0], columns[1] = append(columns[0], name), append(columns[1], value)
	}
	return block[:n-rows], columns, true
}

// namesWithUnits gives a name the unit under it.
func namesWithUnits(cells []flowCell) (names []flowCell) {
	for i, c := range cells {
		if unit := notation.BareUnit(c.text); i > 0 && notation.UnitAlone(unit) {
			names[len(names)-1].text += "（" + unit + "）"
			continue
		}
		names = append(names, c)
	}
	return names
}

// sideways tells whether the names of the columns of a table are such: 1, or -1 where
// those of its rows are. Units and years are of columns, and a sum is the last of the
// rows; numbers of one column have as many decimals.
func sideways(rows []line) int {
	names := strings.Split(rows[0].text, "\t")[1:]
	var firsts []string
	down, across := map[string]bool{}, map[string]bool{}
	for i, l := range rows[1:] {
		cells := strings.Split(l.text, "\t")
		firsts = append(firsts, cells[0])
		for k, c := range cells[1:] {
			if d := printedAs(c); d != "" {
				down[strconv.Itoa(k)+":"+d], across[strconv.Itoa(i)+":"+d] = true, true
			}
		}
	}
	n := namesColumns(names) - namesColumns(firsts)
	if notation.TotalRow(firsts[len(firsts)-1:]) {
		n++
	}
	if notation.TotalRow(names[len(names)-1:]) {
		n--
	}
	if n == 0 {
		even := func(kinds map[string]bool, of int) int {
			if len(kinds) <= of {
				return 1
			}
			return 0
		}
		n = even(down, len(names)) - even(across, len(firsts))
	}
	return min(max(n, -1), 1)
}

// namesColumns is 1 if names say units or years.
func namesColumns(names []string) int {
	if slices.ContainsFunc(names, func(s string) bool { return table.ParseColumn(s).Unit != "" || notation.YearOrPart(s) }) {
		return 1
	}
	return 0
}
