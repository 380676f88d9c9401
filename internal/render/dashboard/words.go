package dashboard

// Words are what the page itself says.
type words struct {
	Skip      string
	Cards     string
	Figures   string // of a section without a heading
	View      string // names the switch of a figure
	Chart     string
	Table     string
	Source    string
	Save      string
	Good, Bad string
	Up, Down  string
	Flat      string
	NoSource  string
	Script    script
}

// A script holds the words of the page's script.
type script struct {
	Locale   string `json:"locale"` // a language of ECharts
	Source   string `json:"source"`
	Line     string `json:"line"`
	Computed string `json:"computed"`
}

var chinese = words{
	Skip: "跳到正文", Cards: "关键指标", Figures: "图表", View: "显示方式",
	Chart: "图表", Table: "数据", Source: "来源", Save: "下载",
	Good: "向好", Bad: "趋弱", Up: "上升", Down: "下降", Flat: "持平",
	NoSource: "没有可指明的原文行。",
	Script:   script{Locale: "ZH", Source: "来源：", Line: "第 %d 行", Computed: "计算值"},
}

var english = words{
	Skip: "Skip to the figures", Cards: "Key figures", Figures: "Figures", View: "View",
	Chart: "Chart", Table: "Data", Source: "Source", Save: "Save",
	Good: "better", Bad: "worse", Up: "up", Down: "down", Flat: "unchanged",
	NoSource: "No line of a report can be named.",
	Script:   script{Locale: "EN", Source: "Source:", Line: "line %d", Computed: "computed"},
}

func wordsOf(lang string) words {
	if lang == "en" {
		return english
	}
	return chinese
}
