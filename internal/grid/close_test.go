package grid

import (
	"strconv"
	"strings"
	"testing"
)

// placedAt makes a page of texts with their places, "a text@x" parted by bars; its
// words have the blanks of print, and x:n stands n lines lower. A line of ─ is a rule over the width.
func placedAt(s string) Page {
	const width, size, step, blank, wide = 5.0, 10.0, 12.0, 2.8, 400.0
	var p Page
	for i, l := range strings.Split(strings.Trim(s, "\n"), "\n") {
		y := -step * float64(i)
		if strings.HasPrefix(l, "─") {
			p.Rules = append(p.Rules, Box{0, y + 3, wide, y + 3})
			continue
		}
		for cell := range strings.SplitSeq(l, "|") {
			text, at, _ := strings.Cut(cell, "@")
			at, low, _ := strings.Cut(strings.TrimSpace(at), ":")
			x, _ := strconv.ParseFloat(at, 64)
			lower, _ := strconv.ParseFloat(low, 64)
			for w := range strings.FieldsSeq(text) {
				end := x + width*float64(len([]rune(w)))
				p.Pieces = append(p.Pieces, Piece{Text: w, X0: x, X1: end, Y: y - step*lower, Size: size})
				x = end + blank
			}
		}
	}
	return p
}

// TestCloseTexts: texts of print stand closer to one another than those of a
// drawing in letters of one width.
func TestCloseTexts(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"names close to one another, and a group under them", `
Item@0 | Fiscal Year 2010@80 | Fiscal Year 2011@161 | Change@243
Revenues:@0
Taxes@0 | 4,762@130 | 6,420@211 | (95)@253
Fees@0 | 5,785@130 | 4,690@211 | (69)@253
`, "#Item|Fiscal Year 2010|Fiscal Year 2011|Change; Revenues:|||; Taxes|4,762|6,420|(95); Fees|5,785|4,690|(69)"},
		{"values right behind names that end with a year", `
Year@0 | Total@60 | Male@100
Fall 2001@0 | 2,578@47 | 3,900@95
Fall 2002@0 | 2,486@47 | 6,964@95
Fall 2003@0 | 6,528@47 | 6,621@95
`, "#Year|Total|Male; Fall 2001|2,578|3,900; Fall 2002|2,486|6,964; Fall 2003|6,528|6,621"},
		{"names of one line beside the middle of those of two", `
Self@150 | Field@0:0.5 | Total@90:0.5 | Not@230
employed@140 | yet@230
Physics@0 | 1,048@90 | 427@150 | 9,940@220
History@0 | 8,335@90 | 261@150 | 4,067@220
`, "#Field|Total|Self/employed|Not/yet; Physics|1,048|427|9,940; History|8,335|261|4,067"},
		{"names of groups beside their last rows", `
Kind@0 | Field@60 | Total@160 | Men@220
Physics@60 | 1,048@160 | 427@220
Biology@60 | 8,335@160 | 261@220
Day@0 | History@60 | 4,067@160 | 9,940@210
Physics@60 | 5,785@160 | 469@220
Biology@60 | 2,578@160 | 390@220
Evening@0 | History@60 | 2,486@160 | 696@220
`, "#Kind|Field|Total|Men; Day^3|Physics|1,048|427; Biology|8,335|261; History|4,067|9,940; Evening^3|Physics|5,785|469; Biology|2,578|390; History|2,486|696"},
		{"lines of rows, and closer ones of one name", `
Men@80 | Women@150
Item@0:0.4 | Net@80:0.4 | Gross@150:0.4
result@80:0.4 | result@150:0.4
Alpha@0:1 | 1,048@80:1 | 427@150:1
Beta@0:2 | 8,335@80:2 | 261@150:2
Gamma@0:3 | 5,785@80:3 | 469@150:3
`, "#|Men|Women; #Item|Net/result|Gross/result; Alpha|1,048|427; Beta|8,335|261; Gamma|5,785|469"},
		{"names further apart than lines of one", `
Item@0 | Net@80 | Gross@140
Day@0:1
Iowa@0:2 | 8,335@80:2 | 261@140:2
New Mexico@0:3 | 5,785@80:3 | 469@140:3
Night@0:4
Ohio@0:5 | 1,048@80:5 | 427@140:5
Utah@0:6 | 4,690@80:6 | 390@140:6
`, "#Item|Net|Gross; Day||; Iowa|8,335|261; New Mexico|5,785|469; Night||; Ohio|1,048|427; Utah|4,690|390"},
		{"a name that begins above the others", `
Murder and@145
State@0 | Robbery@70 | manslaughter@140 | Theft@220
Ohio@0 | 1,048@80 | 427@160 | 9,940@220
Iowa@0 | 8,335@80 | 261@160 | 4,067@220
`, "#State|Robbery|Murder and/manslaughter|Theft; Ohio|1,048|427|9,940; Iowa|8,335|261|4,067"},
		{"a name at the right that begins above the others", `
Placement@184
College@0 | Graduates@100 | rate@209
North@0 | 1,048@120 | 94.2@209
South@0 | 8,335@120 | 93.8@209
`, "#College|Graduates|Placement/rate; North|1,048|94.2; South|8,335|93.8"},
		{"names that close their brackets in the next line", `
商品@0 | 金额（亿@100 | 人数（万@180
元）@100 | 人）@180
甲@0 | 45@110 | 31@190
乙@0 | 44@110 | 32@190
`, "#商品|金额（亿/元）|人数（万/人）; 甲|45|31; 乙|44|32"},
		{"columns that no row fills both", `
College@0 | Programme@80 | Count@160 | Share@220
Nursing@80 | 195@160 | 4.3%@220
Midwifery@80 | 155@160 | 3.4%@220
Care total@0 | 350@160 | 7.7%@220
`, "#College|Programme|Count|Share; |Nursing|195|4.3% ?; |Midwifery|155|3.4% ?; Care total||350|7.7% ?"},
		{"a remark below the last rule", `
──
Crop@0 | Yield@100 | Price@200
──
Corn@0 | 83.3@100 | 2.14@200
Oats@0 | 114.0@95 | 4.14@200
──
NA Not available.@0 | X Not applicable.@110
`, "#Crop|Yield|Price; Corn|83.3|2.14; Oats|114.0|4.14; \"NA Not available. X Not applicable.\""},
		{"a group whose name is as long as any", `
Status@0 | Jan.@120 | Feb.@170
Total@0
Labor force@0 | 54,575@110 | 12,752@160
Employed@0 | 32,432@110 | 10,285@160
Men, 16 and over@0
Labor force@0 | 39,318@110 | 12,534@160
Employed@0 | 35,336@110 | 10,660@160
`, "#Status|Jan.|Feb.; Total||; Labor force|54,575|12,752; Employed|32,432|10,285; Men, 16 and over||; Labor force|39,318|12,534; Employed|35,336|10,660"},
		{"names over the last of their columns, and names aside of theirs", `
Field@0 | 2020@160 | 2021@245
Applicants@70 | Share@155 | Applicants@185 | Share@240
Design@0 | 132@120 | 42.9%@155 | 709@205 | 13.3%@240
Music@0 | 815@120 | 11.0%@155 | 696@205 | 68.0%@240
Dance@0 | 596@120 | 16.8%@155 | 380@205 | 93.3%@240
`, "#Field^2|2020*2|2021*2; #Applicants|Share|Applicants|Share; Design|132|42.9%|709|13.3%; Music|815|11.0%|696|68.0%; Dance|596|16.8%|380|93.3%"},
		{"a long name over all columns of values, where the first of them begins", `
Staff of all halls@80
Old@80 | New@160
Town@0 | Boys@80 | Girls@120 | Boys@160 | Girls@200
Ash@0 | 14@80 | 1,233@120 | 7@160 | 310@200
Birch@0 | 1,108@80 | 4@120 | 9@160 | 2,001@200
`, "#Town^3|Staff of all halls*4; #Old*2|New*2; #Boys|Girls|Boys|Girls; Ash|14|1,233|7|310; Birch|1,108|4|9|2,001"},
		{"a name over the middle of the columns of values, behind two of names", `
Staff@177
Old@140 | New@220
Kind@0 | Town@50 | Boys@120 | Girls@160 | Boys@200 | Girls@240
Sea@0 | Ash@50 | 14@120 | 1,233@160 | 7@200 | 310@240
Hill@0 | Birch@50 | 1,108@120 | 4@160 | 9@200 | 2,001@240
`, "#Kind^3|Town^3|Staff*4; #Old*2|New*2; #Boys|Girls|Boys|Girls; Sea|Ash|14|1,233|7|310; Hill|Birch|1,108|4|9|2,001"},
		{"names at the right of a column, close to values at the left of theirs", `
Town@30 | Boys@61 | Girls@100
Ash@35 | 14@52.8 | 1,233@100
Birch@25 | 1,108@52.8 | 4@100
Cedar Hill@2.2 | 903@52.8 | 86@100
`, "#Town|Boys|Girls; Ash|14|1,233; Birch|1,108|4; Cedar Hill|903|86"},
		{"a group at the left, right under a name beside the middle of two lines", `
Old@103 | New@183
Town@40
Boys@80 | Girls@120 | Boys@160 | Girls@200
North@0
Ash@45 | 14@80 | 1,233@120 | 7@160 | 310@200
Birch@35 | 1,108@80 | 4@120 | 9@160 | 2,001@200
`, "#Town^2|Old*2|New*2; #Boys|Girls|Boys|Girls; North||||; Ash|14|1,233|7|310; Birch|1,108|4|9|2,001"},
		{"numbers that go on in the next line of their cells", `
Hall@0 | Boys@60 | Girls@120 | Staff@180
Ash@0 | 1,204.25@60 | 310.50@120 | 11@180
8,330.5@60:0.5
Birch@0 | 118.40@120 | 52@180
5@80:-0.5
Elm@0 | 11.30@60 | 1,022.1@120 | 86@180
4@140
`, "#Hall|Boys|Girls|Staff; Ash|1,204.25|310.50|11; Birch|8,330.55|118.40|52; Elm|11.30|1,022.14|86"},
		{"numbers of one decimal, and one below them", `
Hall@0 | Boys@60 | Girls@120
Ash@0 | 204.5@60 | 31@120
Birch@0 | 330.5@60 | 118@120
7@80
`, "#Hall|Boys|Girls; Ash|204.5|31; Birch|330.5|118; \"7\""},
		{"errors of both signs", `
Kind@0 | Estimate@80 | Error@150
Never married@0 | 4,798@95 | +/-38@150
Widowed@0 | 95,781@90 | +/-367@145
`, "#Kind|Estimate|Error; Never married|4,798|+/-38; Widowed|95,781|+/-367"},
		{"words that only their columns part", `
Status@0 | Feb. 2010 Jan. 2011 Feb. 2011@100
Labor force@0 | 54,575@107 | 12,752@155 | 11,500@203
Employed@0 | 32,432@107 | 10,285@155 | 53,250@203
`, "#Status|Feb. 2010|Jan. 2011|Feb. 2011; Labor force|54,575|12,752|11,500; Employed|32,432|10,285|53,250"},
		{"columns of numbers that stand as close as words", `
Hall@0 | Boys@60 | Girls@84
Ash@0 | 1,204@60 | 2,310.5@88
Birch@0 | 330@70 | 310@88
Elm@0 | 11@75 | 1,022@88
`, "#Hall|Boys|Girls; Ash|1,204|2,310.5; Birch|330|310; Elm|11|1,022"},
		{"numbers whose groups of digits a blank parts", `
Hall@0 | Pupils@60
Ash@0 | 11 204@60
Birch@0 | 330 118@60
Elm@0 | 1 022@60
`, "#Hall|Pupils; Ash|11 204; Birch|330 118; Elm|1 022"},
		{"Chinese names without a gap between them, and values right behind the names of rows", `
地区@0 | 学位生@20 | 交换生@40
东南亚@0 | 312@20 | 44@43
港澳@0 | 120@20 | 18@43
`, "#地区|学位生|交换生; 东南亚|312|44; 港澳|120|18"},
		{"groups named in the middle of their rows", `
Unit@0 | Level@60 | Staff@120
Total@0 | All@60 | 90@120
@0 | Upper@60 | 31@120
@0 | Lower@60 | 28@120
North@0
@0 | Middle@60 | 12@120
@0 | Other@60 | 9@120
@0 | Upper@60 | 4@120
South@0 | Lower@60 | 3@120
@0 | Other@60 | 3@120
`, "#Unit|Level|Staff; Total|All|90; North^4|Upper|31; Lower|28; Middle|12; Other|9; South^3|Upper|4; Lower|3; Other|3"},
		{"the group of the page before goes on", `
Unit@0 | Level@60 | Staff@120
@0 | Middle@60 | 12@120
@0 | Other@60 | 9@120
@0 | Upper@60 | 4@120
South@0 | Lower@60 | 3@120
@0 | Other@60 | 3@120
`, "#Unit|Level|Staff; |Middle|12; |Other|9; South^3|Upper|4 ?; Lower|3; Other|3"},
		{"values in the middle of the lines of names", `
Programme@0 | Students@150 | Rate@200
Bachelor of Applied@0
1014@150 | 75@200
Science@0
Bachelor of Music@0 | 524@150 | 11@200
Bachelor of@0
Engineering@0 | 1849@150 | 50@200
Management@0
`, "#Programme|Students|Rate; Bachelor of Applied/Science|1014|75; Bachelor of Music|524|11; Bachelor of/Engineering/Management|1849|50"},
		{"names of groups further left than those of rows", `
Measure@0 | 2021@120 | 2022@170
Physical@0
Visits@10 | 92@120 | 61@170
Loans@10 | 52@120 | 14@170
Digital@0
Downloads@10 | 83@120 | 11@170
Sessions@10 | 50@120 | 63@170
`, "#Measure|2021|2022; Physical||; Visits|92|61; Loans|52|14; Digital||; Downloads|83|11; Sessions|50|63"},
		{"groups named in their first rows", `
Unit@0 | Level@60 | Staff@120
North@0 | Upper@60 | 31@120
@0 | Lower@60 | 28@120
@0 | Other@60 | 9@120
South@0 | Upper@60 | 4@120
@0 | Lower@60 | 3@120
@0 | Other@60 | 3@120
`, "#Unit|Level|Staff; North|Upper|31; |Lower|28; |Other|9; South|Upper|4; |Lower|3; |Other|3"},
	} {
		if got := told(Read(placedAt(c.page))); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestBelow: a table with one row at the foot of a page is read as the one with the same
// header on the next page.
func TestBelow(t *testing.T) {
	head := "Men@80 | Women@180\nItem@0 | Net@80 | Gross@130 | Net@180 | Gross@230\n"
	next := placedAt(head + "Beta@0 | 8,335@80 | 261@130 | 4,067@180 | 44@230\nGamma@0 | 5,785@80 | 469@130 | 2,578@180 | 555@230\nDelta@0 | 4,690@80 | 390@130 | 3,900@180 | 696@230")
	page := placedAt(head + "Alpha@0 | 1,048@80 | 427@130 | 9@190 | 333@230")
	page.Below = &next
	if got, want := told(Read(page)), "#Item^2|Men*2|Women*2; #Net|Gross|Net|Gross; Alpha|1,048|427|9|333"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}
