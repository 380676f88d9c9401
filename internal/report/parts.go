package report

import (
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/table"
)

// blocksOf makes blocks of the parts of a file; hints say of some tables where they are.
func blocksOf(read []format.Part, tabs bool, h hints) ([]block, error) {
	if len(read) > 0 {
		switch read[0].Kind {
		case format.Placed:
			return pageBlocks(read, h), nil
		case format.Plain:
			return plainBlocks(read, h), nil
		}
	}
	var parts []part
	title := ""
	for _, p := range read {
		if p.Kind == format.Title {
			title = p.Name
			continue
		}
		found, err := partsOf(p)
		if err != nil {
			return nil, err
		}
		parts = append(parts, found...)
	}
	if tabs {
		parts = layByTabs(parts)
	}
	blocks := flowBlocks(parts)
	if title != "" {
		blocks = slices.Insert(blocks, 0, block{kind: blockTitle, title: title})
	}
	return blocks, nil
}

// partsOf looks for tables in a part of a file.
func partsOf(p format.Part) ([]part, error) {
	switch p.Kind {
	case format.Table:
		if p.Rows == nil {
			flatten(p.Records)
			return []part{{grid: true, lines: recordLines(p.Records)}}, nil
		}
		return tableParts(spanRowsOf(p.Rows)), nil
	case format.Values:
		flatten(p.Records)
		if plain, ok := plainPart(p.Records); ok {
			return []part{plain}, nil
		}
		return []part{{grid: true, lines: recordLines(p.Records)}}, nil
	case format.Sheet:
		return namedParts(p)
	case format.List:
		return listParts(linesOf(p.Lines)), nil
	}
	return []part{{level: p.Level, note: p.Kind == format.Note, typed: p.Kind == format.Typed, lines: linesOf(p.Lines)}}, nil
}

// flatten makes each cell of records one line.
func flatten(records []format.Record) {
	for i, r := range records {
		for k, c := range r.Cells {
			r.Cells[k] = format.Flat(c)
		}
		records[i].Text = strings.Join(r.Cells, "\t")
	}
}

// recordLines are records as the rows of a table.
func recordLines(records []format.Record) []line {
	lines := make([]line, len(records))
	for i, r := range records {
		lines[i] = line{no: r.No, text: r.Text, exact: true}
	}
	return lines
}

// namedParts finds the tables of a sheet, and puts its name over them.
func namedParts(p format.Part) (parts []part, err error) {
	if p.Rows == nil {
		parts, err = valueParts(p)
	} else {
		parts, err = sheetParts(spanRowsOf(p.Rows))
	}
	if err != nil || len(parts) == 0 {
		return nil, err
	}
	if len(p.Lines) == 0 {
		return titled(parts, p.Name, nil), nil
	}
	heading := part{level: 1, lines: linesOf(p.Lines)}
	return append([]part{heading}, titled(parts, p.Name, p.Lines[0].At)...), nil
}

// valueParts are the tables of a sheet of records.
func valueParts(p format.Part) ([]part, error) {
	unsure := pointed(p.Records, p.Comma)
	if _, _, caption := parseCaption(p.Name); !caption && unsure.Empty() && !strings.Contains(p.Name, "单位") {
		if plain, ok := plainPart(p.Records); ok {
			return []part{plain}, nil
		}
	}
	rows := make([]spanRow, len(p.Records))
	for i, r := range p.Records {
		if r.Cells != nil {
			rows[i] = spanRow{line: line{no: r.No, exact: true}, cells: format.CellsOf(r.Cells)}
		}
	}
	if !unsure.Empty() {
		rows[0].doubt(format.WholeTable, unsure, message.Text{})
	}
	return sheetParts(rows)
}

// listParts are the items of a list: the lines of a table, where two that follow one
// another end with as many values, or else texts.
func listParts(items []line) (parts []part) {
	for i := range items {
		items[i].gap = i == 0
	}
	for i := range items[1:] {
		if ragged(items[i : i+2]) {
			return []part{{typed: true, lines: items}}
		}
	}
	for i := range items {
		items[i].gap = true
		parts = append(parts, part{lines: items[i : i+1]})
	}
	return parts
}

// plainBlocks are those of plain text, which may be laid out on pages.
func plainBlocks(pages []format.Part, h hints) []block {
	if len(pages) == 1 {
		return textBlocks(dropContents(linesOf(pages[0].Lines)), h)
	}
	return textBlocks(dropContents(printedPages(pages, h)), h)
}

// plainPart is a plain table as a part of a file.
func plainPart(records []format.Record) (part, bool) {
	t, ok := table.Plain(records)
	if !ok {
		return part{}, false
	}
	return part{grid: true, lines: ends(records), table: &t}, true
}

// ends are the first and the last line of a table that is read already.
func ends(records []format.Record) []line {
	first, last := records[0], records[len(records)-1]
	return []line{{no: first.No, text: first.Text, exact: true, gap: true}, {no: last.No, text: last.Text, exact: true}}
}
