package grid

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// drawn makes a page of a drawing in letters of one width: ─ and │ are rules,
// blanks part the pieces. It shows that nothing here needs a PDF.
func drawn(s string) Page {
	const width, size, step = 5.0, 10.0, 12.0
	var p Page
	for i, l := range strings.Split(strings.Trim(s, "\n"), "\n") {
		y := -step * float64(i)
		x := 0.0
		open := false
		for _, r := range l {
			end := x + width
			if r > 0x2fff {
				end += width
			}
			switch {
			case r == '─' || r == '┼':
				p.Rules = append(p.Rules, Box{x, y + 3, end, y + 3})
			case r != ' ' && r != '│':
				if !open {
					p.Pieces = append(p.Pieces, Piece{X0: x, Y: y, Size: size})
				}
				last := &p.Pieces[len(p.Pieces)-1]
				last.Text, last.X1 = last.Text+string(r), end
			}
			if r == '│' || r == '┼' {
				p.Rules = append(p.Rules, Box{x + 2, y - 3, x + 2, y + 9})
			}
			open = r != ' ' && r != '│' && r != '─' && r != '┼'
			x = end
		}
	}
	return p
}

// told prints blocks: lines in quotes, rows with # in front of the header, *n
// behind a cell of n columns and ^n behind one of n rows.
func told(blocks []Block) string {
	var out []string
	for _, b := range blocks {
		if b.Line != nil {
			out = append(out, fmt.Sprintf("%q", b.Line.Text))
			continue
		}
		for _, r := range b.Table.Rows {
			var cells []string
			for _, c := range r.Cells {
				s := strings.ReplaceAll(c.Text, "\n", "/")
				if c.Cols > 1 {
					s += fmt.Sprintf("*%d", c.Cols)
				}
				if c.Rows > 1 {
					s += fmt.Sprintf("^%d", c.Rows)
				}
				cells = append(cells, s)
			}
			row := strings.Join(cells, "|")
			if r.Head {
				row = "#" + row
			}
			if slices.ContainsFunc(r.Cells, func(c Cell) bool { return !c.Doubt.Empty() }) {
				row += " ?"
			}
			out = append(out, row)
		}
	}
	return strings.Join(out, "; ")
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"no rules", `
Town        Pupils    Schools
Ash          1,204         12
Birch Hill     310          4`,
			"#Town|Pupils|Schools; Ash|1,204|12; Birch Hill|310|4"},
		{"a column with one value", `
Town      Old    New   Closed
Ash        12      9
Birch      14     10        2
Cedar      10      7`,
			"#Town|Old|New|Closed; Ash|12|9|; Birch|14|10|2; Cedar|10|7|"},
		{"names over columns, underlined", `
──────────────────────────────────────
              2021          2022
          ────────────  ──────────────
Measure    n      %       n       %
──────────────────────────────────────
Speed     120    60.1    133    61.2
Care       80    39.9     84    38.8
──────────────────────────────────────`,
			"#|2021*2|2022*2; #Measure|n|%|n|%; Speed|120|60.1|133|61.2; Care|80|39.9|84|38.8"},
		{"names over the middle of three columns", `
                 Day                 Night
Hall       In    Out   All      In    Out   All
North      10     12    22      30     31    61
South      11     13    24      40     41    81`,
			"#Hall^2|Day*3|Night*3; #In|Out|All|In|Out|All; North|10|12|22|30|31|61; South|11|13|24|40|41|81"},
		{"names at the left of their columns, and of numbers at the right", `
Town       Old                New
           Boys      Girls    Boys      Girls
Ash           1,204       12        7       310
Birch            11        4        9     2,001`,
			"#Town^2|Old*2|New*2; #Boys|Girls|Boys|Girls; Ash|1,204|12|7|310; Birch|11|4|9|2,001"},
		{"names at the right of numbers at the left, one higher than the others", `
                             Old             New
Town        All
                    Boys   Girls    Boys   Girls
Ash         99      1,204  12       7      310
Birch       17      11     4        9      2,001`,
			"#Town^2|All^2|Old*2|New*2; #Boys|Girls|Boys|Girls; Ash|99|1,204|12|7|310; Birch|17|11|4|9|2,001"},
		{"a last name under those above, or beside them", `
            Old                New
Town        Boys      Girls    Teams    Clubs    All
Ash            14        12        7      310     90
Birch          11         4        9    2,001     80`,
			"#Town^2|Old*2|New*3; #Boys|Girls|Teams|Clubs|All ?; Ash|14|12|7|310|90; Birch|11|4|9|2,001|80"},
		{"groups under the names, which have two lines", `
                   Old              New
Town
                   Boys    Girls    Boys    Girls
                        East
Ash                  14       12       7      310
Birch                11        4       9    2,001
                        West
Cedar                24       22      17      510
Dale                 31       14      19    3,001`,
			"#Town^2|Old*2|New*2; #Boys|Girls|Boys|Girls; East*5; Ash|14|12|7|310; Birch|11|4|9|2,001; West*5; Cedar|24|22|17|510; Dale|31|14|19|3,001"},
		{"a group in the first column, which has no name", `
               Boys    Girls    All
East
Ash on the Hill  14       12     26
Birch            11        4     15
West
Cedar            24       22     46`,
			"#|Boys|Girls|All; East|||; Ash on the Hill|14|12|26; Birch|11|4|15; West|||; Cedar|24|22|46"},
		{"groups whose rows come back", `
Town        Boys    Girls
East
North Ash     14       12
South         11        4
West
North Ash     24       22
South         31       14`,
			"#Town|Boys|Girls; East||; North Ash|14|12; South|11|4; West||; North Ash|24|22; South|31|14"},
		{"numbers that stand close, and others that blanks part by thousands", `
Town      In     Boys  Girls
Ash       76,151 866 1 204.5
Birch     58,775 456 7 430.1
Cedar     46,193 328 3 337.0`,
			"#Town|In|Boys|Girls; Ash|76,151|866|1 204.5; Birch|58,775|456|7 430.1; Cedar|46,193|328|3 337.0"},
		{"a name over all columns, nearly over their middle", `
                            Own
              Old                      New
Town      Boys    Girls           Boys    Girls
Ash         14       12              7      310
Birch       11        4              9    2,001`,
			"#Town^3|Own*4; #Old*2|New*2; #Boys|Girls|Boys|Girls; Ash|14|12|7|310; Birch|11|4|9|2,001"},
		{"columns that drift, a blank among them", `
Town      Boys   Girls   All
Ash       12     1,204   99
Birch Hill    14     3,310   90
Cedar on the Hill    24           80
Dale     7     4,001   55`,
			"#Town|Boys|Girls|All; Ash|12|1,204|99; Birch Hill|14|3,310|90; Cedar on the Hill|24||80 ?; Dale|7|4,001|55"},
		{"columns that drift, the first names higher", `
Town        All     Boys         Girls
                In    Out    In    Out
Ash       12     11   1,204   99    8
Birch Hill    14     33   3,310   90    7
Cedar on the Hill     24     12    2,123     80    11
Dale     7     4   4,001   55    3`,
			"#Town^2|All^2|Boys*2|Girls*2; #In|Out|In|Out ?; Ash|12|11|1,204|99|8; Birch Hill|14|33|3,310|90|7; Cedar on the Hill|24|12|2,123|80|11; Dale|7|4|4,001|55|3"},
		{"columns that drift, and a cell that may be of two", `
Town      Boys   Girls   All
Ash       12   1,204   99
Birch Hill       14     3,310   90
Cedar on the Hill      24       80
Dale     7     4,001   55`,
			"#Town|Boys|Girls|All; Ash|12|1,204|99; Birch Hill|14|3,310|90; Cedar on the Hill|24|80| ?; Dale|7|4,001|55"},
		{"a group right under the names, between rules across", `
──────────────────────────────
Hall          Boys      Girls
──────────────────────────────
             North
──────────────────────────────
Ash             14         12
──────────────────────────────
Birch           11          4
──────────────────────────────`,
			"#Hall|Boys|Girls; North*3; Ash|14|12; Birch|11|4"},
		{"years as names", `
Crop         2019    2020    2021
Rye          12.5    13.1     9.8
Oats          8.0     7.7     7.9`,
			"#Crop|2019|2020|2021; Rye|12.5|13.1|9.8; Oats|8.0|7.7|7.9"},
		{"rules down, none between rows, a wrapped name", `
──────────────┼─────────┼────────
Item          │ Output  │ Growth
──────────────┼─────────┼────────
Wool          │  12.30  │  -2.0
Milk, cheese  │         │
and butter    │   4.56  │   1.5
Eggs          │   0.78  │  12.0
──────────────┼─────────┼────────`,
			"#Item|Output|Growth; Wool|12.30|-2.0; Milk, cheese/and butter|4.56|1.5; Eggs|0.78|12.0"},
		{"merged cells", `
┼────────┼────────┼──────┼
│ School │ Course │ n    │
┼────────┼────────┼──────┼
│        │ Law    │ 12   │
│ East   ┼────────┼──────┼
│        │ Arts   │ 30   │
┼────────┼────────┼──────┼
│ East, all       │ 42   │
┼─────────────────┼──────┼`,
			"#School|Course|n; East^2|Law|12; Arts|30; East, all*2|42"},
		{"a number in a name, between rules", `
┼──────────┼───────────┼
│ Group    │ Share of  │
│          │ top       │
│          │ 100       │
┼──────────┼───────────┼
│ Small    │ 52        │
┼──────────┼───────────┼
│ Large    │ 41        │
┼──────────┼───────────┼`,
			"#Group|Share of/top/100; Small|52; Large|41"},
		{"leaders and a sign of a currency", `
Fund              1998         1999
Grants .......... $  1,200   $  1,310
Loans ...........      300        (25)
Total ...........    1,500      1,285`,
			"#Fund|1998|1999; Grants|$1,200|$1,310; Loans|300|(25); Total|1,500|1,285"},
		{"thousands parted by blanks", `
Land         Area    People
Nord      12 345   1 002 003
Sud        9 100     900 100`,
			"#Land|Area|People; Nord|12 345|1 002 003; Sud|9 100|900 100"},
		{"the name of a group", `
Sector          Men   Women
Public:
Schools          10      20
Offices          30      40`,
			"#Sector|Men|Women; Public:||; Schools|10|20; Offices|30|40"},
		{"a header with narrow gaps", `
Year  Pupils  Staff
2019  12,001  1,100
2020  12,340  1,123`,
			"#Year|Pupils|Staff; 2019|12,001|1,100; 2020|12,340|1,123"},
		{"sentences with wide gaps", `
The first sentence of this paragraph ends here.   The second one
goes on as long as the line is, and then ends too.   A third one.`,
			`"The first sentence of this paragraph ends here. The second one"; "goes on as long as the line is, and then ends too. A third one."`},
		{"a list of contents", `
Introduction ..............  1
The work of the year ......  4
Tables ....................  9`,
			`"Introduction .............. 1"; "The work of the year ...... 4"; "Tables .................... 9"`},
		{"two columns of text", `
In spring the town planted trees     All the schools were painted and
along its roads.                     got new windows.
Tree      2020    2021               Hall      Seats    Rooms
Lime        12      30               North       100        4
Oak          7      18               South        80        3`,
			`"In spring the town planted trees"; "along its roads."; #Tree|2020|2021; Lime|12|30; Oak|7|18; ` +
				`"All the schools were painted and"; "got new windows."; #Hall|Seats|Rooms; North|100|4; South|80|3`},
		{"columns that overlap", `
Alpha beta     gamma delta epsilon      zeta
one      two three four five      six
seven eight nine      ten      eleven twelve`,
			"Alpha beta|gamma delta epsilon|zeta ?; one|two three four five|six ?; seven eight nine|ten|eleven twelve ?"},
		{"Chinese", `
表 2 去向
──────────────────────────
去向        人数      比例
──────────────────────────
升学         286     27.3%
自主创业      12      1.1%
──────────────────────────
以上为全部毕业生。`,
			`"表 2 去向"; #去向|人数|比例; 升学|286|27.3%; 自主创业|12|1.1%; "以上为全部毕业生。"`},
	} {
		if got := told(Read(drawn(c.page))); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
	}
}

func TestIsValue(t *testing.T) {
	for s, want := range map[string]bool{
		"1,234": true, "(12.5)": true, "-3": true, "12,3 %": true, "n.a.": true, "—": true, "..": true, "$430": true, "12人": true, "<5": true,
		"2023年": false, "2019/20": false, "(000)": false, "£000": false, "School 3": false, "Item": false, "": false,
	} {
		if isValue(s) != want {
			t.Errorf("isValue(%q) is %v", s, !want)
		}
	}
}

// FuzzRead: whatever is drawn, reading ends, and no piece of text is lost.
func FuzzRead(f *testing.F) {
	f.Add("a  1\nb  2\n────\nc│d")
	f.Add("a ..... 1\n\n  x    y\n2   3")
	f.Fuzz(func(t *testing.T, s string) {
		p := drawn(s)
		text := 0
		for _, q := range p.Pieces {
			text += len(q.Text)
		}
		got := 0
		for _, b := range Read(p) {
			if b.Line != nil {
				got += len(strings.ReplaceAll(b.Line.Text, " ", ""))
				continue
			}
			for _, r := range b.Table.Rows {
				for _, c := range r.Cells {
					got += len(strings.NewReplacer(" ", "", "\n", "").Replace(c.Text))
				}
			}
		}
		if dots := strings.Count(s, ".") + len("·")*strings.Count(s, "·") + len("…")*strings.Count(s, "…"); got > text || got < text-dots {
			t.Errorf("%d bytes of text became %d", text, got)
		}
	})
}

// TestGroupsAtTop: rows without the name of a group are of the one above where a name
// would come back in a group whose name stands in the middle.
func TestGroupsAtTop(t *testing.T) {
	got := told(Read(drawn(`
Hall     Kind    Lent  Sold
         Maps      12    30
         News      71    18
North    Books     55    41
         Maps      80    36
         News      24    93`)))
	if want := "#Hall|Kind|Lent|Sold; |Maps|12|30; |News|71|18; North|Books|55|41; |Maps|80|36; |News|24|93"; got != want {
		t.Errorf("%s, want\n%s", got, want)
	}
}
