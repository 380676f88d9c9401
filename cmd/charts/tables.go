package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"charts/internal/build"
	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/table"
)

// A tableJSON is one table as --json prints it; data only when one is named, or
// all are asked for.
type tableJSON struct {
	ID      string       `json:"id"`
	Section string       `json:"section"`
	Label   string       `json:"label"`
	Title   string       `json:"title"`
	Report  string       `json:"report"`
	Line    int          `json:"line"`
	Columns []columnJSON `json:"columns"`
	Rows    int          `json:"rows"`
	Notes   []string     `json:"notes"`
	Doubts  []doubtJSON  `json:"doubts"`
	Mended  string       `json:"mended,omitempty"` // where it is said how the table is read
	Data    *[]rowJSON   `json:"data,omitempty"`
}

type columnJSON struct {
	Name string `json:"name"`
	Unit string `json:"unit"`
}

type doubtJSON struct {
	Line    int    `json:"line"`
	Column  string `json:"column"`
	Reason  string `json:"reason"`
	Instead string `json:"instead"`
}

type rowJSON struct {
	Line  int      `json:"line"`
	Label string   `json:"label"`
	Total bool     `json:"total"`
	Cells []string `json:"cells"`
}

func newTables(s streams) *cobra.Command {
	var o build.Options
	var asJSON, all, across, fix bool
	var format string
	cmd := &cobra.Command{
		Use:   "tables [NAME]",
		Short: "List the tables of the reports, or print one",
		Long: `Lists the tables of the reports. With a NAME prints that table, repaired: shifted
cells back in place, torn rows joined. A name is a label (Table 6), a section and a
label (Appendix/Table 6), or a unique piece of the title. --all prints every table.

With --across lists what does not stand in every report, with its line in each:
tables by their titles, their columns, rows of score cards by path; with a NAME
all rows of that table. + appeared, - vanished, ~ comes and goes; a near name is
shown as "perhaps", and never taken for the same. Of more than 12 reports it says how
many have it, and names some that do not.

With --format html or png shows a table as it was read, over the words of its page:
grid, names of columns and rows, units, totals, doubts, and what was not read.

With --fix writes into specs/tables.yaml how the table with the NAME was read, to be
changed by hand where the reader could not know better. It changes no entry.`,
		Example: `  charts tables --report report.txt
  charts tables 'Appendix/Table 4'
  charts tables destinations --json
  charts tables --all --json > tables.json
  charts tables 'Table 6' --format png > read.png
  charts tables --format html > read.html
  charts tables 'Table 6' --fix
  charts tables --across --report 2022=a.docx --report 2023=b.docx`,
		Args: arity{0, 1, "one name of a table"}.check,
		RunE: func(cmd *cobra.Command, args []string) error {
			if fix && len(args) == 0 {
				return usage(message.Of("`charts tables` lists them"), "--fix needs the name of a table")
			}
			if format == "png" && len(args) == 0 {
				return usage(message.Of("`charts tables` lists them; --format html shows all"), "a PNG shows one table: name it")
			}
			o.Trace = fix || format != ""
			p, problems := build.LoadReports(o)
			if across && len(p.Documents) > 0 {
				return printAcross(s, p, problems, strings.Join(args, ""), asJSON)
			}
			if len(args) == 0 {
				problems = append(problems, build.Unread(p)...)
			}
			found, more := p.Tables(strings.Join(args, ""))
			if len(p.Documents) > 0 {
				problems = append(problems, more...)
			}
			err := tell(s, p, problems)
			switch {
			case err != nil && len(found) == 0:
			case fix:
				return fixTables(s, p, o, found)
			case format != "":
				return showTables(s, p, found, format, len(args) == 0)
			case asJSON:
				printJSON(s.out, s.tablesJSON(found, all || len(args) > 0))
			case all || len(args) > 0:
				printTables(s, p, found)
			case len(found) == 0 && len(p.Documents) > 0:
				s.say(s.err, "charts: no table was read")
			default:
				fmt.Fprint(s.out, s.tableList(p, found))
			}
			return err
		},
	}
	inputFlags(s, cmd.Flags(), &o)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.Flags().BoolVar(&all, "all", false, "every table with its data")
	cmd.Flags().BoolVar(&across, "across", false, "what does not stand in every report")
	cmd.Flags().BoolVar(&fix, "fix", false, "write an entry of specs/tables.yaml that says how the table was read")
	cmd.Flags().Var(choice{&format, []string{"html", "png"}}, "format", "show how tables were read, over the words of the report")
	cmd.MarkFlagsMutuallyExclusive("all", "across", "fix", "format")
	cmd.MarkFlagsMutuallyExclusive("json", "format", "fix")
	return cmd
}

// showTables prints the picture of what was read.
func showTables(s streams, p *build.Project, tables []build.Table, format string, all bool) error {
	var content []byte
	var err error
	var unread diag.List
	if all {
		unread = build.Unread(p)
	}
	if format == "png" {
		content, err = p.ProofPNG(tables[0], s.language)
	} else {
		content, err = p.ProofHTML(tables, unread, s.language)
	}
	if err == nil {
		s.out.Write(content)
	}
	return err
}

// fixTables writes an entry for each table.
func fixTables(s streams, p *build.Project, o build.Options, tables []build.Table) error {
	for _, t := range tables {
		path, err := p.Fix(o, t)
		if err != nil {
			return err
		}
		s.say(s.out, "%s: an entry for %s; change what was read wrongly", path, t.ID)
	}
	return nil
}

// printAcross prints what does not stand in every report.
func printAcross(s streams, p *build.Project, problems diag.List, name string, asJSON bool) error {
	found, more := p.Across(name)
	if err := tell(s, p, append(problems, more...)); err != nil {
		return err
	}
	switch {
	case asJSON:
		printJSON(s.out, found)
	case len(found) == 0:
		s.say(s.err, "all of it stands in every report")
	default:
		fmt.Fprint(s.out, s.acrossList(found))
	}
	return nil
}

// changeSigns mark what comes and goes.
var changeSigns = map[string]string{"appeared": "+", "vanished": "-", "gap": "~"}

// fewReports are as many as have a column each.
const fewReports = 12

func (v *voice) acrossList(all []build.Gap) string {
	if len(all[0].Reports) > fewReports {
		return v.lackList(all)
	}
	head := []string{"", v.word("table"), v.word("column or row")}
	right := make([]bool, len(head))
	for _, p := range all[0].Reports {
		head, right = append(head, p.Name), append(right, true)
	}
	rows := [][]string{head}
	for _, x := range all {
		row := []string{changeSigns[x.Change], x.Table, x.Name}
		for _, p := range x.Reports {
			row = append(row, p.Where().In(v.language))
		}
		if x.Perhaps != "" {
			row = append(row, message.Of("perhaps %s", x.Perhaps).In(v.language))
		}
		rows = append(rows, row)
	}
	return align(rows, right)
}

// lackList tells of many reports those that lack something, or have it.
func (v *voice) lackList(all []build.Gap) string {
	rows := [][]string{{"", v.word("table"), v.word("column or row"), v.word("reports"), ""}}
	for _, x := range all {
		var in, out []string
		for _, p := range x.Reports {
			if p.Line > 0 {
				in = append(in, p.Name)
			} else {
				out = append(out, p.Name)
			}
		}
		few := message.Of("not in %s", message.Few(out, fewNamed))
		if len(in) < len(out) {
			few = message.Of("only in %s", message.Few(in, fewNamed))
		}
		row := []string{changeSigns[x.Change], x.Table, x.Name, strconv.Itoa(len(in)), few.In(v.language)}
		if x.Perhaps != "" {
			row = append(row, message.Of("perhaps %s", x.Perhaps).In(v.language))
		}
		rows = append(rows, row)
	}
	return align(rows, []bool{3: true, 4: false})
}

// fewNamed is how many reports are named of those that lack something.
const fewNamed = 4

func (v *voice) tablesJSON(tables []build.Table, withData bool) []tableJSON {
	all := []tableJSON{}
	for _, t := range tables {
		x := tableJSON{
			ID: t.ID, Section: t.Section, Label: t.Label, Title: t.Title, Report: t.Report,
			Line: t.Line, Columns: []columnJSON{}, Rows: len(t.Rows), Notes: []string{}, Doubts: []doubtJSON{},
		}
		if t.Mended.Line > 0 {
			x.Mended = t.Mended.String()
		}
		for _, c := range t.Columns {
			x.Columns = append(x.Columns, columnJSON(c))
		}
		for _, n := range t.Notes {
			x.Notes = append(x.Notes, n.Text)
		}
		for _, d := range t.Doubts {
			x.Doubts = append(x.Doubts, doubtJSON{d.Line, d.Column, d.Reason.In(v.language), d.Instead.In(v.language)})
		}
		if withData {
			x.Data = rowsJSON(t.Rows)
		}
		all = append(all, x)
	}
	return all
}

func rowsJSON(rows []table.Row) *[]rowJSON {
	all := []rowJSON{}
	for _, r := range rows {
		all = append(all, rowJSON{r.Line, r.Label, r.Total, texts(r)})
	}
	return &all
}

func texts(r table.Row) []string {
	cells := []string{}
	for _, c := range r.Cells {
		cells = append(cells, c.Text)
	}
	return cells
}

func (v *voice) tableList(p *build.Project, tables []build.Table) string {
	rows := [][]string{{"id", v.word("title"), v.word("rows"), v.word("columns"), v.placeHead(p, tables), v.word("report")}}
	for _, t := range tables {
		rows = append(rows, []string{t.ID, t.Title, strconv.Itoa(len(t.Rows)), strconv.Itoa(len(t.Columns)), v.at(p, t, t.Line), t.Report})
	}
	return align(rows, []bool{2: true, 3: true, 4: true})
}

// placeHead is what stands over the places of tables: line, or place where a file of
// them counts no lines.
func (v *voice) placeHead(p *build.Project, tables []build.Table) string {
	for _, t := range tables {
		if !p.Place(diag.Pos{File: t.Report, Line: t.Line}).Empty() {
			return v.word("place")
		}
	}
	return v.word("line")
}

// at is where a line of a table is: page 12, or 287 in a file of lines.
func (v *voice) at(p *build.Project, t build.Table, line int) string {
	if at := p.Place(diag.Pos{File: t.Report, Line: line}); !at.Empty() {
		return at.In(v.language)
	}
	return strconv.Itoa(line)
}

func printTables(s streams, p *build.Project, tables []build.Table) {
	for i, t := range tables {
		if i > 0 {
			fmt.Fprintln(s.out)
		}
		diag.PrintLine(s.out, "%s  %s  (%s)", t.ID, t.Title, p.Files().Name(diag.Pos{File: t.Report, Line: t.Line}).In(s.language))
		rows := [][]string{{s.placeHead(p, tables[i:i+1])}}
		for _, c := range t.Columns {
			rows[0] = append(rows[0], c.Header())
		}
		for _, r := range t.Rows {
			rows = append(rows, append([]string{s.at(p, t, r.Line)}, texts(r)...))
		}
		fmt.Fprint(s.out, align(rows, []bool{true}))
		for _, n := range t.Notes {
			diag.PrintLine(s.out, "%s: %s", s.at(p, t, n.Line), n.Text)
		}
		if t.Mended.Line > 0 {
			s.say(s.out, "read by hand: %s", t.Mended.String())
		}
		for _, d := range t.Doubts {
			s.say(s.out, "doubt, %s: %s", p.Place(diag.Pos{File: t.Report, Line: d.Line}).Or(message.PlaceOr("", d.Line)), d.Text())
		}
	}
}
