package spec

// Each line is a file; "+ " before it adds the words that make it whole.

type agree = struct {
	accept bool
	lines  []string
}

var figureCases = []agree{
	{true, []string{
		"{title: t, chart: bar, data: {table: x}, category: a, value: b}",
		"{title: t, chart: bar, data: {table: x}, category: a, value: [b, c]}",
		"{title: t, chart: bar, data: {text: '{a:人}'}, value: a}", // a sentence needs no category
		"{title: t, chart: line, data: {text: '{a:人}'}, value: [a, b]}",
		"{title: t, chart: donut, data: {text: '{a:人}'}, value: [a, b]}",
		"{title: t, chart: pie, data: {text: '{a:人}'}, category: b, value: a}",
		"{extends: a, chart: donut, value: [a, b]}", // the base may have a sentence
		"{title: t, chart: line, data: {table: x, history: a.csv}, category: a, value: b}",
		"{title: t, chart: line, data: {table: x, history: a.csv, by: a}, category: a, value: b}",
		"{title: t, chart: kpi, data: {text: '{a:人}', history: a.csv, by: a}, value: a}",
		"{title: t, chart: kpi, data: {inputs: {t: {table: x, history: a.csv}}, sql: SELECT 1}, value: a}",
		"{title: t, chart: bar, data: {table: x}, category: a, value: b, limits: 95}",
		"{title: t, chart: bar, data: {table: x}, category: a, value: b, limits: [90, 95], good: down}",
		"{title: t, chart: table, data: {table: x}, columns: [{name: a, limits: [-1.5, 2]}]}",
		"{extends: a, data: {by: b}}",
		"{extends: a}",
		"{extends: a, chart: donut}",
		"{extends: a, data: {where: x > 1}}",
		"{extends: a, data: {report: 2022, where: x}}",
		"{extends: a, data: {}}",
	}},
	{false, []string{
		"{title: t, chart: pie, data: {table: x}, category: a, value: b, axis: {max: 9}}",
		"{title: t, chart: pie, data: {table: x}, category: a, value: b, reference: 95}",
		"{title: t, chart: gauge, data: {table: x}, value: b, highlight: a}",
		"{title: t, chart: line, data: {table: x}, category: a, value: b, limits: 95}",
		"{title: t, chart: gauge, data: {table: x}, value: b, limits: [1, 2, 3]}",
		"{title: t, chart: gauge, data: {table: x}, value: b, limits: [90, gut]}",
		"{title: t, chart: gauge, data: {table: x}, value: b, limits: 9, good: none}",
		"{title: t, chart: heatmap, data: {table: x}, x: a, y: b, value: c, legend: false}",
		"{extends: a, chart: table, colors: {a: red}}",
		"{title: t, chart: line, data: {table: x, by: a}, category: a, value: b}", // by what?
		"{title: t, chart: line, data: {file: x.csv, history: a.csv}, category: a, value: b}",
		"{title: t, chart: line, data: {sql: SELECT 1, history: a.csv}, category: a, value: b}",
		"{title: t, chart: line, data: {table: x, history: [a.csv]}, category: a, value: b}",
		"{}",
		"[]",
		"just text",
		"12",
		"{chart: bar, data: {table: x}, category: a, value: b}",          // no title
		"{title: t, data: {table: x}, category: a, value: b}",            // no chart
		"{title: t, chart: bar, category: a, value: b}",                  // no data
		"{title: t, chart: bar, data: {table: x}, value: b}",             // no category
		"{title: t, chart: bar, data: {table: x}, category: a}",          // no value
		"{title: t, chart: combo, data: {text: '{a:人}'}, value: [a, b]}", // a combo needs one all the same
		"{title: t, chart: donut, data: {table: x}, value: [a, b]}",      // a table is no sentence
		"{title: t, chart: donut, data: {table: x}, category: c, value: [a, b]}",
		"{title: t, chart: donut, data: {text: '{a:人}'}, category: c, value: [a, b]}",
		"{title: t, chart: barr, data: {table: x}, category: a, value: b}",      // no such kind
		"{title: t, chart: Bar, data: {table: x}, category: a, value: b}",       // in small letters
		"{title: t, chart: [bar], data: {table: x}, category: a, value: b}",     // one kind
		"{title: t, chart: bar, data: {table: x}, category: [a, b], value: b}",  // one category
		"{title: t, chart: bar, data: {table: x}, category: a, value: []}",      // an empty list
		"{title: t, chart: bar, data: {table: x}, category: a, value: {b: c}}",  // a mapping
		"{title: t, chart: bar, data: {table: x}, category: a, value: [[b]]}",   // a list in a list
		"{title: t, chart: bar, data: {table: x}, category: a, value: [b, ~]}",  // a gap
		"{title: t, chart: bar, data: {table: x}, category: a, value: [b, '']}", // an empty name
		"{extends: a, data: {table: x, sheet: y}}",
		"{extends: a, chart: gauge, value: [b, c]}",
		"{extends: a, chart: barr}",
		"{extends: [a]}",
		"{extends: ''}",
		"{extends: a, titel: x}",
	}},
	{true, []string{
		"+ figure: 图 34", "+ figure: 34", "+ figure: ''", "+ subtitle: ''", "+ note: n", "+ alt: x", "+ note: 2023",
		"+ size: 150x90mm", "+ size: 150mm", "+ size: 1600x1000", "+ size: 150.5x90.5mm", "+ source: 教务处", "+ source: ''",
		"+ stack: true", "+ stack: false", "+ stack: percent", "+ stack: 'true'", "+ totals: true", "+ labels: false",
		"+ format: 0", "+ format: 0.0", "+ format: 0,0", "+ format: '0,0.00'", "+ format: wan 0.0", "+ format: 亿", "+ format: yi 0",
		"+ unit: 人", "+ unit: ''", "+ sort: -人数", "+ sort: a", "+ top: 10", "+ top: {n: 3}", "+ top: {n: 3, other: 其他}", "+ top: {n: 3, other: ''}",
		"+ highlight: 升学", "+ highlight: [a, b]", "+ highlight: 2023", "+ colors: {升学: '#0f766e'}", "+ colors: {升学: teal, 2023: '#FFFFFF'}",
		"+ reference: 95", "+ reference: mean", "+ reference: -1.5", "+ reference: {value: median, label: x}", "+ reference: {from: 1, to: 2.5}", "+ reference: [1, {from: 1, to: 2, label: x}, mean]",
		"+ annotations: {at: a, text: b}", "+ annotations: [{at: 2023, text: b}]",
		"+ axis: {}", "+ axis: {title: x, min: 0, max: 100.5, log: false}", "+ axis: {title: ''}",
		"+ legend: true", "+ legend: false", "+ outputs: report", "+ outputs: [report, slide]", "+ theme: print", "+ text: outlines", "+ series: c",
	}},
	{false, []string{
		"+ colour: red", "+ Title: t", "+ subtitle: ~", "+ subtitle:", "+ subtitle: true", "+ subtitle: [a]", "+ alt: ''",
		"+ size: 10cm", "+ size: 150", "+ size: 150 x 90 mm", "+ size: mm", "+ size: x90mm", "+ size: 0x100", "+ size: -5mm", "+ size: [150mm]",
	}},
	{false, []string{
		"+ stack: yes", "+ stack: 1", "+ totals: yes", "+ totals: 1", "+ totals: 'true'", "+ labels: [true]",
		"+ format: 1", "+ format: '%d'", "+ format: 0.1", "+ format: wan wan", "+ format: '0.'", "+ format: ''", "+ sort: ''", "+ sort: [a]",
		"+ top: 0", "+ top: -1", "+ top: 1.5", "+ top: ten", "+ top: {other: x}", "+ top: [1]", "+ top: {n: 1, m: 2}", "+ top: 1001", "+ top: {n: '3'}",
		"+ highlight: []", "+ highlight: {a: b}", "+ highlight: ''", "+ colors: {}", "+ colors: red", "+ colors: [red]", "+ colors: {a: '#12345'}", "+ colors: {a: '#gggggg'}", "+ colors: {a: ~}", "+ colors: {a: [b]}", "+ colors: {a: ''}",
		"+ reference: avg", "+ reference: '95'", "+ reference: {}", "+ reference: {from: 1}", "+ reference: {to: 1}", "+ reference: {value: 1, from: 1, to: 2}", "+ reference: {from: a, to: b}", "+ reference: {value: 1, lable: x}", "+ reference: []", "+ reference: true", "+ reference: [~]",
		"+ annotations: a", "+ annotations: {at: a}", "+ annotations: {text: a}", "+ annotations: [{at: a, text: b, x: 1}]", "+ annotations: []",
		"+ axis: 5", "+ axis: {min: a}", "+ axis: {min: '0'}", "+ axis: {log: 1}", "+ axis: {mini: 0}", "+ axis: [1]",
		"+ legend: top", "+ outputs: poster", "+ outputs: [report, poster]", "+ outputs: []", "+ theme: blue", "+ text: path", "+ mark: line", "+ x: c", "+ target: c", "+ columns: [a]", "+ geojson: x", "+ path: [a]", "+ label: a", "+ compare: a", "+ max: 5",
	}},
	{true, []string{ // data
		"{title: t, chart: kpi, value: a, data: {table: x, columns: a}}",
		"{title: t, chart: kpi, value: a, data: {table: x, columns: [a, {b: c}, {d: e, f: g}]}}",
		"{title: t, chart: kpi, value: a, data: {table: x, columns: {b: c}}}",
		"{title: t, chart: kpi, value: a, data: {table: x, where: y, across: reports}}",
		"{title: t, chart: kpi, value: a, data: {text: x, report: 2022}}",
		"{title: t, chart: kpi, value: a, data: {text: x, where: y, across: reports}}",
		"{title: t, chart: kpi, value: a, data: {file: x.xlsx, sheet: 2023, where: y, columns: [a]}}",
		"{title: t, chart: kpi, value: a, data: {values: [{a: 1, b: x, c: ~}], source: s}}",
		"{title: t, chart: kpi, value: a, data: {values: {a: 1.5}, source: s}}",
		"{title: t, chart: kpi, value: a, data: {sql: SELECT 1}}",
		"{title: t, chart: kpi, value: a, data: {sql: SELECT 1, report: 2022}}",
		"{title: t, chart: kpi, value: a, data: {sql: x, inputs: {t: {table: x}, m: {text: y}, f: {file: z, sheet: s}, v: {values: [{a: 1}], source: s}}}}",
	}},
	{false, []string{
		"{title: t, chart: kpi, value: a, data: 表 6}",
		"{title: t, chart: kpi, value: a, data: {}}",
		"{title: t, chart: kpi, value: a, data: [{table: x}]}",
		"{title: t, chart: kpi, value: a, data: {where: x}}",
		"{title: t, chart: kpi, value: a, data: {table: x, sql: y}}",
		"{title: t, chart: kpi, value: a, data: {table: x, text: y}}",
		"{title: t, chart: kpi, value: a, data: {table: ''}}",
		"{title: t, chart: kpi, value: a, data: {table: x, tabel: y}}",
		"{title: t, chart: kpi, value: a, data: {table: x, sheet: y}}",
		"{title: t, chart: kpi, value: a, data: {table: x, source: y}}",
		"{title: t, chart: kpi, value: a, data: {table: x, inputs: {t: {table: y}}}}",
		"{title: t, chart: kpi, value: a, data: {table: x, across: years}}",
		"{title: t, chart: kpi, value: a, data: {table: x, columns: []}}",
		"{title: t, chart: kpi, value: a, data: {table: x, columns: [[a]]}}",
		"{title: t, chart: kpi, value: a, data: {table: x, columns: {}}}",
		"{title: t, chart: kpi, value: a, data: {table: x, columns: {a: [b]}}}",
		"{title: t, chart: kpi, value: a, data: {text: x, columns: [y]}}",
		"{title: t, chart: kpi, value: a, data: {file: x, across: reports}}",
		"{title: t, chart: kpi, value: a, data: {values: [{a: 1}]}}",
		"{title: t, chart: kpi, value: a, data: {values: [], source: s}}",
		"{title: t, chart: kpi, value: a, data: {values: [{}], source: s}}",
		"{title: t, chart: kpi, value: a, data: {values: [1, 2], source: s}}",
		"{title: t, chart: kpi, value: a, data: {values: [{a: [1]}], source: s}}",
		"{title: t, chart: kpi, value: a, data: {values: [{a: true}], source: s}}",
		"{title: t, chart: kpi, value: a, data: {sql: x, where: y}}",
		"{title: t, chart: kpi, value: a, data: {sql: x, inputs: {}}}",
		"{title: t, chart: kpi, value: a, data: {sql: x, inputs: [t]}}",
		"{title: t, chart: kpi, value: a, data: {sql: x, inputs: {t: {sql: y}}}}",
		"{title: t, chart: kpi, value: a, data: {sql: x, inputs: {t: {}}}}",
		"{title: t, chart: kpi, value: a, data: {sql: x, inputs: {t: 表 7}}}",
		"{title: t, chart: kpi, value: a, data: {inputs: {t: {table: x}}}}",
	}},
	{true, []string{ // kinds and roles
		"{title: t, chart: combo, data: {table: x}, category: a, value: [b, c]}",
		"{title: t, chart: panels, data: {table: x}, category: a, value: [b, c], mark: line}",
		"{title: t, chart: donut, data: {table: x}, category: a, value: [b]}",
		"{title: t, chart: slope, data: {table: x}, category: a, value: [b, c]}",
		"{title: t, chart: dumbbell, data: {table: x}, category: a, value: b, series: 年度}",
		"{title: t, chart: scatter, data: {table: x}, x: a, y: b, size: c, series: d, label: e}",
		"{title: t, chart: scatter, data: {table: x}, x: a, y: b, size: 150mm}",
		"{title: t, chart: bubble, data: {table: x}, x: a, y: b, size: 录取数}",
		"{title: t, chart: heatmap, data: {table: x}, x: a, y: b, value: c}",
		"{title: t, chart: radar, data: {table: x}, category: a, value: [b, c], max: 100}",
		"{title: t, chart: treemap, data: {table: x}, path: [a, b]}",
		"{title: t, chart: sunburst, data: {table: x}, path: a, value: b}",
		"{title: t, chart: sankey, data: {table: x}, source: a, target: b, value: c}",
		"{title: t, chart: gauge, data: {table: x}, value: a, target: 95, max: 100}", "{title: t, chart: kpi, data: {table: x}, value: a, target: 95, compare: b}",
		"{title: t, chart: table, data: {table: x}, columns: [a, {name: b, as: bar, format: 0.0}]}",
		"{title: t, chart: table, data: {table: x}, columns: a}",
		"{title: t, chart: map, data: {table: x}, category: a, value: b, geojson: x.geojson}",
		"{extends: a, chart: bubble}",
		"{extends: a, chart: slope, value: a}",
		"{extends: a, chart: slope, series: s}",
		"{extends: a, size: whatever}", // the kind is not known yet
		"{title: t, chart: area, data: {table: x}, category: a, value: b, stack: percent}",
	}},
	{false, []string{
		"{title: t, chart: combo, data: {table: x}, category: a, value: b}",
		"{title: t, chart: combo, data: {table: x}, category: a, value: [b, c], series: d}",
		"{title: t, chart: combo, data: {table: x}, category: a, value: [b, c], stack: true}",
		"{title: t, chart: panels, data: {table: x}, category: a, value: b, mark: bar}",
		"{title: t, chart: donut, data: {table: x}, category: a, value: [b, c]}",
		"{title: t, chart: donut, data: {table: x}, category: a, value: b, series: c}",
		"{title: t, chart: donut, data: {table: x}}",
		"{title: t, chart: slope, data: {table: x}, category: a, value: b}",
		"{title: t, chart: slope, data: {table: x}, category: a, value: [b, c, d]}",
		"{title: t, chart: slope, data: {table: x}, category: a, value: [b, c], series: d}",
		"{title: t, chart: column, data: {table: x}, category: a, value: [b, c], series: d}",
		"{title: t, chart: scatter, data: {table: x}, x: a, y: b, value: c}",
		"{title: t, chart: scatter, data: {table: x}, x: a}",
		"{title: t, chart: bubble, data: {table: x}, x: a, y: b}",
		"{title: t, chart: bubble, data: {table: x}, x: a, y: b, size: 150mm}", // a bubble's size is a column
		"{title: t, chart: heatmap, data: {table: x}, x: a, y: b, value: [c, d]}",
		"{title: t, chart: treemap, data: {table: x}, path: []}",
		"{title: t, chart: treemap, data: {table: x}, path: [a], value: [b, c]}",
		"{title: t, chart: sankey, data: {table: x}, source: a, value: c}",
		"{title: t, chart: gauge, data: {table: x}, value: [a, b]}",
		"{title: t, chart: gauge, data: {table: x}, value: a, category: b}",
		"{title: t, chart: table, data: {table: x}, columns: []}",
		"{title: t, chart: table, data: {table: x}, columns: [{as: bar}]}",
		"{title: t, chart: table, data: {table: x}, columns: [{name: a, as: pie}]}",
		"{title: t, chart: map, data: {table: x}, category: a, value: b}",
		"{extends: a, chart: slope, x: b}",
		"{extends: a, chart: bar, mark: line}",
		"{extends: a, chart: combo, value: [b]}",
		"{extends: a, chart: bar, size: tall}",
		"{title: t, chart: line, data: {table: x}, category: a, value: b, stack: true}",
	}},
}

var dashboardCases = []agree{
	{true, []string{
		"{title: t, figures: a}", "{title: t, figures: [a, {id: b, width: half}]}", "{title: t, sections: [{title: s, text: x, figures: [a]}]}",
		"{title: t, cards: [{title: c, data: {text: '{a}'}}]}", "{title: t, cards: {title: c, data: {table: x}, value: a, compare: b, target: 95, good: up, format: 0.0, figure: f, note: n}}",
		"+ language: en", "+ pages: a", "+ logo: a.png", "+ logo: {file: a.svg, alt: ''}", "+ contact: a", "+ pages: [a, b]", "+ subtitle: ''", "+ note: n", "+ sections: {}",
		"+ sections: {title: s, cards: {title: c, data: {table: x}}}", "+ sections: {cards: [{title: c, data: {table: x}}], figures: [b]}",
		"+ sections: {text: '{a}', values: {a: {data: {table: x}}, b: {data: {text: '{n}'}, value: n, format: 0.0}}}",
	}},
	{false, []string{
		"{}", "{title: t}", "{figures: [a]}", "{title: t, figures: []}", "{title: t, figures: [{width: half}]}", "{title: t, figures: [{id: a, width: quarter}]}",
		"+ language: de", "+ logo: {alt: a}", "+ logo: [a.png]", "+ logo: {file: a, size: 5}", "+ contact: ''", "+ pages: []", "+ pages: {a: b}", "+ cards: []", "+ cards: [{title: c}]", "+ cards: [{data: {table: x}}]", "+ cards: [{title: c, data: {}}]",
		"+ cards: [{title: c, data: {table: x}, good: big}]", "+ sections: [a]", "+ sections: [{heading: x}]", "+ columns: 2", "+ cards: [{title: c, data: {table: x, text: y}}]",
		"+ sections: {cards: []}", "+ sections: {cards: [{title: c}]}", "+ sections: {values: {}}", "+ sections: {values: [a]}", "+ sections: {values: {a: 5}}", "+ sections: {values: {a b: {data: {table: x}}}}", "+ sections: {values: {a: {value: x}}}",
		"+ sections: {values: {a: {data: {}}}}", "+ sections: {values: {a: {data: {table: x}, format: 1}}}", "+ sections: {values: {a: {data: {table: x}, note: n}}}",
	}},
}

var projectCases = []agree{
	{true, []string{
		"{}", "# nothing yet\n", "reports: a.txt", "reports: [a.txt, b.txt]", "reports: {2022: a.txt, 2023: [b.txt, c.xlsx]}", "reports: [[a.txt, b.txt], c.txt]", "vars: {year: 2023, 校名: x}", "language: zh-CN",
		"theme: dark", "pages: [a, b]", "logo: {file: a.png, alt: b}", "contact: a", "formats: png", "formats: [png, svg, pdf, csv, html]", "size: 150x90mm",
	}},
	{false, []string{
		"[]", "report: a.txt", "reports: []", "reports: {}", "reports: [{a: b}]", "reports: {a: []}", "reports: {a: {b: c}}", "reports: [[]]", "reports: [[[a]]]", "vars: {}", "vars: [a]", "vars: {a b: c}", "vars: {a: ~}",
		"language: cn", "theme: blue", "formats: gif", "formats: [png, gif]", "formats: []", "size: big", "title: x",
	}},
}

var themeCases = []agree{
	{true, []string{
		"{}", "light: {accent: '#0f766e'}", "dark: {background: '#111827', series: ['#000000', '#ffffff']}", "print: {}", "colors: {校红: '#9e1b32'}", "sizes: {text: 9, small: 7.5, title: 12}", "sizes: {line: 0.5}",
	}},
	{false, []string{
		"light: blue", "light: {accent: blue}", "light: {accent: '#fff'}", "light: {series: []}", "light: {font: x}", "sizes: {text: 6}", "sizes: {text: 41}", "sizes: {text: large}", "sizes: {dot: 0}", "colors: {}", "neon: {}",
		"light: {series: ['#000001', '#000002', '#000003', '#000004', '#000005', '#000006', '#000007', '#000008', '#000009']}",
	}},
}

var tablesCases = []agree{
	{true, []string{
		"{}", "tables: {table: 表 6}", "tables: [{table: 表 6, header: 2}, {lines: 285-292, ignore: true}]", "tables: {page: 12, box: [56, 120, 540.5, 410]}",
		"tables: {report: 'a*.txt', lines: '7', header: 0, columns: [专业, {name: 人数, unit: 人, kind: value}]}", "tables: {table: 6, edges: 180, parts: 2}", "tables: {table: 6, edges: [180, 260], columns: [a, b, c]}",
	}},
	{false, []string{
		"tables: 表 6", "tables: []", "tables: {header: 2}", "tables: {table: 6, lines: 1-2}", "tables: {page: 12}", "tables: {box: [1, 2, 3, 4]}", "tables: {page: 12, box: [1, 2, 3]}", "tables: {page: 12, box: 7}",
		"tables: {page: 12, box: [1, 2, 3, 4, 5]}", "tables: {page: 0, box: [1, 2, 3, 4]}", "tables: {table: 6, page: 12, box: [1, 2, 3, 4]}", "tables: {lines: 0-3}", "tables: {lines: a}", "tables: {table: 6, header: 6}", "tables: {table: 6, header: -1}",
		"tables: {table: 6, columns: {unit: 人}}", "tables: {table: 6, columns: {name: a, kind: text}}", "tables: {table: 6, parts: 0}", "tables: {table: 6, ignore: perhaps}", "tables: {table: 6, rows: 3}",
	}},
}
