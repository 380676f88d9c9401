package series

import (
	"strings"
	"testing"
)

// What people write into SQL as they write a sentence is told token by token.
func TestSlips(t *testing.T) {
	for sql, want := range map[string]string{
		"人数 > 100人 && 比例 < 40%":  `100人: write 100; or "100人" in double quotes if it is a name | &&: write AND | 40%: write 40, as the column has it`,
		"月 >= 2023-02":           "2023-02: a date is written in single quotes: '2023-02'",
		"日 >= 2023-02-28":        "2023-02-28: a date is written in single quotes: '2023-02-28'",
		"月 > 2023/02":            "2023/02: a date is written in single quotes: '2023-02'",
		"人数 >= 1,000":            "1,000: write 1000",
		"人数 IN (1,000, 2)":       "",
		"年 = 2023 - 2":           "",
		"年 = 2023-2":             "",
		"年 = 2023-13":            "",
		"x = 1e5 OR x = 0x1F":    "",
		"专业 = '计算机":              "'计算机: close it with '",
		"专业 = '计算机'":             "",
		"人数 = NULL":              "= NULL: write IS NULL or IS NOT NULL",
		"人数 <> NULL":             "> NULL: write IS NULL or IS NOT NULL",
		"人数 IS NULL":             "",
		"去向 in [升学, 就业]":         "in [升学, 就业]: write IN ('…', '…')",
		"去向 contains '就业'":       "contains: write LIKE '%…%'",
		"人数 大于 5":                "大于: write >",
		"专业 LIKE '%工程'":          "",
		"专业 LIKE '工*'":           "'工*': write '工%': % stands for any letters",
		"序 % 2 = 0":              "",
		"10 % 3 = 1":             "",
		"(人数 > 5%)":              "5%: write 5, as the column has it",
		"SELECT TOP 5 a FROM t":  "TOP 5: write LIMIT 5 at the end",
		"a FETCH NEXT 5 ROWS":    "FETCH NEXT: write LIMIT 5 at the end",
		"a ILIKE 'x%'":           "ILIKE: write LIKE, which takes small and large letters alike",
		"人数::real > 5":           "::real: write CAST(… AS real)",
		"人数 ≥ 5":                 "≥: write >=",
		"match(a, '(签', 1)":      `'(签': close the (, or write \( for the sign itself`,
		"match(f(a, b), '*', 0)": `'*': nothing stands before the * or + or ? that it could repeat; write \* for the sign itself`,
		"match(a, '(签)', 1)":     "",
		"":                       "",
	} {
		var got []string
		for _, s := range slips(tokens(sql)) {
			got = append(got, sql[s.at.from:s.at.to]+": "+s.hint.String())
		}
		if said := strings.Join(got, " | "); said != want {
			t.Errorf("%s: %s; want %s", sql, said, want)
		}
	}
}

// A condition that is written without blanks is parted, if it begins with a column.
func TestParted(t *testing.T) {
	for name, want := range map[string]string{
		"年份大于等于2022": "write 年份 >= 2022",
		"去向≠‘待就业’":   "write 去向 <> '待就业'",
		"年份＝2022":    "write 年份 = 2022",
		"收入大于10万的人数": "",
		"年份":         "",
	} {
		if got := parted(name, []string{"年份", "去向"}).String(); got != want {
			t.Errorf("%s: %s; want %s", name, got, want)
		}
	}
}

// A function of another database has its own in SQLite.
func TestFunctionMeant(t *testing.T) {
	for name, want := range map[string]string{
		"NVL":     "write coalesce(a, b)",
		"quantty": "did you mean quantity?",
		"xyz":     "there are those of SQLite, and quantity, share, match, split",
	} {
		if got := functionMeant(name).String(); got != want {
			t.Errorf("%s: %s; want %s", name, got, want)
		}
	}
}
