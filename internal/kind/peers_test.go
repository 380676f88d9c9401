package kind

import (
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

// ownAnd is a frame of an own college with 17.9 and the others.
func ownAnd(others ...series.Value) series.Frame {
	rows := [][]series.Value{{text("本校"), num(17.9, 1, "")}}
	for i, v := range others {
		rows = append(rows, []series.Value{text("院校" + string(rune('A'+i))), v})
	}
	data := frame("院校 生师比", rows...)
	for i := range data.Rows {
		data.Rows[i].Sources = []series.Source{{Report: data.Rows[i].Cells[0].Text + ".txt", Table: "表 1", Line: i + 1}}
	}
	return data
}

func TestCardAmongOthers(t *testing.T) {
	none := series.Value{}
	four := []series.Value{num(16, 0, ""), num(18, 0, ""), num(19, 0, ""), num(21, 0, "")}
	twice := ownAnd(four...)
	twice.Rows[2].Cells[0].Text = "院校A"
	for _, tt := range []struct {
		name         string
		data         series.Frame
		own, lang    string
		change, want string
		problem      string
	}{
		{"four others", ownAnd(four...), "本校", "", "−0.6", "其余 4 个院校：中位数 18.5，四分位 17.5–19.5（计算值，QUARTILE.INC 法）", ""},
		{"in English", ownAnd(four...), "本校", "en", "−0.6", "4 others (院校): median 18.5, quartiles 17.5–19.5 (computed, by QUARTILE.INC)", ""},
		{"one of them without a value", ownAnd(append(four[:4:4], none)...), "本校", "", "−0.6", "其余 4 个院校：中位数 18.5，四分位 17.5–19.5（计算值，QUARTILE.INC 法）；另 1 个无数据", ""},
		{"too few for quartiles", ownAnd(four[:3]...), "本校", "", "−0.1", "其余 3 个院校：中位数 18.0（计算值，不足 4 个，不计四分位）", ""},
		{"no other", ownAnd(none), "本校", "", "", "其余院校无数据", ""},
		{"own without a value", ownAnd(append(four[:3:3], none)...), "院校D", "", "", "其余 4 个院校：中位数 18.0，四分位 17.4–18.3（计算值，QUARTILE.INC 法）", ""},
		{"nobody of that name", ownAnd(four...), "本效", "", "", "", `nothing in the figure is named "本效"`},
		{"two rows for one", twice, "本校", "", "", "", "院校A has more than one row"},
	} {
		card, problems := ResolveCard(spec.Card{Title: at("生师比"), Value: at("生师比"), Among: at("院校"), Own: at(tt.own), Good: at("down")}, tt.data, Options{Lang: tt.lang})
		if tt.problem != "" {
			if len(problems) != 1 || !strings.Contains(problems[0].Text.String(), tt.problem) {
				t.Errorf("%s: %v, want %s", tt.name, problems, tt.problem)
			}
			continue
		}
		if card.Change != tt.change || card.Peers == nil || blankless(card.Peers.Text) != blankless(tt.want) || len(problems) > 0 {
			t.Errorf("%s: change %q, %+v, %v", tt.name, card.Change, card.Peers, problems)
		}
		if tt.own == "本校" && (!strings.Contains(card.Quoted.Source, "本校") || strings.Contains(card.Quoted.Source, "院校A")) {
			t.Errorf("%s: the source is %q, want that of the own value alone", tt.name, card.Quoted.Source)
		}
	}
}

// blankless is a text without the thin blanks of typesetting.
func blankless(s string) string {
	return strings.NewReplacer(" ", "", "\u2009", "", "\u00a0", "").Replace(s)
}

// The averages of a reference leave out the own value, and say of how many
// values they are.
func TestReferenceWithout(t *testing.T) {
	five := []series.Value{num(16, 1, ""), num(18, 1, ""), num(19, 1, ""), num(21, 1, "")}
	for _, tt := range []struct {
		name, value, without string
		others               []series.Value
		from, to             float64
		note                 string
	}{
		{"median", "median", "本校", five, 18.5, 18.5, "中位数由除本校外的 4 个值算得，报告未印出。"},
		{"mean", "mean", "本校", five, 18.5, 18.5, "平均（算术平均）由除本校外的 4 个值算得，报告未印出。"},
		{"quartiles", "quartiles", "本校", five, 17.5, 19.5, "四分位数（QUARTILE.INC 法）由除本校外的 4 个值算得，报告未印出。"},
		{"of all", "quartiles", "", five, 17.9, 19, "四分位数（QUARTILE.INC 法）由图中 5 个值算得，报告未印出。"},
		{"too few", "quartiles", "本校", five[:3], 0, 0, "只有 3 个值，不计四分位数。"},
	} {
		f := fig("bar", "院校", "生师比")
		f.Reference = []spec.Reference{{Value: at(tt.value), Without: at(tt.without)}}
		c, problems := Resolve(f, ownAnd(tt.others...), Options{})
		var got chart.Rule
		for _, m := range c.Panels[0].Marks {
			if r, ok := m.(chart.Rules); ok {
				got = r.Data[0]
			}
		}
		if got.From != tt.from || got.To != tt.to || len(problems) > 0 {
			t.Errorf("%s: %+v, %v", tt.name, got, problems)
		}
		if !slices.ContainsFunc(c.Notes, func(n string) bool { return blankless(n) == blankless(tt.note) }) {
			t.Errorf("%s: notes %q, want %q", tt.name, c.Notes, tt.note)
		}
	}
}
