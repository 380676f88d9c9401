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
	Copy      string
	CopyWhat  string
	Good, Bad string
	Up, Down  string
	Flat      string
	NoSource  string
	Ways      string // names the list of sections
	Pages     string // names the bar of pages
	Filters   string
	Find      string // searches the page
	Present   string
	Stage     string // full screen
	Print     string
	Theme     string // names the choice of colours
	System    string // the colours of the reader's system
	Light     string
	Dark      string
	Link      string // names the address of a figure
	About     string // names what opens the definition of a figure
	Query     string
	All       string // saves the data of all figures
	Reports   string // what the page was made of
	From      string // the same, under the heading
	Origins   string // of the numbers in a text
	Several   string
	And       string // between two reports
	AsOf      string
	More      string // rows that the page without JavaScript leaves out
	Periods   string
	Script    script
}

// A script holds the words of the page's script.
type script struct {
	Locale        string `json:"locale"` // a language of ECharts
	Source        string `json:"source"`
	Line          string `json:"line"`
	Computed      string `json:"computed"`
	Before        string `json:"before"` // the line before
	Next          string `json:"next"`
	Back          string `json:"back"` // the page before
	On            string `json:"on"`
	All           string `json:"all"`  // the top of a path
	Path          string `json:"path"` // names the way back up
	Nothing       string `json:"nothing"`
	Reset         string `json:"reset"`
	Narrowed      string `json:"narrowed"`
	NarrowedTo    string `json:"narrowedTo"` // in a picture
	Left          string `json:"left"`       // beside a title, which was written for all rows
	FindValue     string `json:"findValue"`
	From          string `json:"from"` // names the first value of a range
	To            string `json:"to"`   // its last
	Comma         string `json:"comma"`
	Click         string `json:"click"`    // on a mark: Only
	TapAgain      string `json:"tapAgain"` // the same with a finger
	Only          string `json:"only"`
	CopiedPicture string `json:"copiedPicture"`
	CopiedTable   string `json:"copiedTable"`
	CopiedSource  string `json:"copiedSource"`
	NotCopied     string `json:"notCopied"`
	Search        string `json:"search"`
	Found         string `json:"found"`
	Linked        string `json:"linked"`
	Fold          string `json:"fold"`
	Unfold        string `json:"unfold"`
	Sum           string `json:"sum"`
	Highest       string `json:"highest"`
	Median        string `json:"median"`
	Lowest        string `json:"lowest"`
	Find          string `json:"find"`
	Close         string `json:"close"`
	Hits          string `json:"hits"`
	HitsOf        string `json:"hitsOf"`
	Present       string `json:"present"` // names the controls of a presentation
	Play          string `json:"play"`
	Pause         string `json:"pause"`
	Pace          string `json:"pace"`
	Seconds       string `json:"seconds"`
	FigureBefore  string `json:"figureBefore"`
	FigureNext    string `json:"figureNext"`
	End           string `json:"end"`
	Range         string `json:"range"` // names the controls of a long row of categories
	Nearer        string `json:"nearer"`
	How           string `json:"nearerHow"`
	Farther       string `json:"farther"`
	Move          string `json:"move"`
	Entries       string `json:"entries"`
}

var chinese = words{
	Skip: "跳到正文", Cards: "关键指标", Figures: "图表", View: "显示方式",
	Chart: "图表", Table: "数据", Source: "来源", Save: "下载", Copy: "复制", CopyWhat: "复制眼前的图片、表格或来源",
	Good: "向好", Bad: "趋弱", Up: "上升", Down: "下降", Flat: "持平",
	NoSource: "没有可指明的原文行。",
	Ways:     "目录", Filters: "筛选", Find: "搜索", Present: "演示", Stage: "全屏",
	Print: "打印", Theme: "外观", System: "随系统", Light: "浅色", Dark: "深色",
	More: "表中还有更多行。", Periods: "走势", Link: "链接：", About: "说明：", Query: "计算方法（SQL）", All: "下载全部数据", Reports: "本页数据取自：",
	From: "数据来源：", Several: "%d 份报告", And: "；", AsOf: "数据截至 %s", Origins: "文中数字的来源", Pages: "页面",
	Script: script{
		Locale: "ZH", Source: "来源：", Line: "第 %d 行", Computed: "计算值", Before: "上一条", Next: "下一条",
		Back: "上一页", On: "下一页", All: "全部", Path: "层级", Nothing: "无数据",
		Reset: "清除筛选", Narrowed: "已筛选 %d 幅图，共 %d 幅", NarrowedTo: "筛选：%s", Left: "（筛选后余 %d / %d 行）", FindValue: "查找", From: "起", To: "止", Comma: "、",
		Click: "点击或 Shift + Enter：", TapAgain: "再点一次：", Only: "只看 %s",
		CopiedPicture: "已复制图片", CopiedTable: "已复制表格", CopiedSource: "已复制来源", NotCopied: "浏览器不允许复制，请下载",
		Search: "在表中查找", Found: "%d 行", Linked: "链接已复制",
		Fold: "收起", Unfold: "展开全部", Sum: "合计", Highest: "最大", Median: "中位数", Lowest: "最小",
		Find: "在本页中搜索", Close: "关闭", Hits: "%d 处", HitsOf: "%d 处，列出前 %d 处",
		Present: "演示", Play: "播放", Pause: "暂停", Pace: "每幅停留", Seconds: "%d 秒", FigureBefore: "上一幅", FigureNext: "下一幅", End: "结束",
		Range: "显示范围", Nearer: "放大", How: "放大：+ 键、Ctrl + 滚轮，或在图上拖选一段", Farther: "缩小", Move: "移动范围", Entries: "%d 项",
	},
}

var english = words{
	Skip: "Skip to the figures", Cards: "Key figures", Figures: "Figures", View: "View",
	Chart: "Chart", Table: "Data", Source: "Source", Save: "Save", Copy: "Copy", CopyWhat: "Copy the picture, the table or the source in view",
	Good: "better", Bad: "worse", Up: "up", Down: "down", Flat: "unchanged",
	NoSource: "No line of a report can be named.",
	Ways:     "Contents", Filters: "Filters", Find: "Search", Present: "Present", Stage: "Full screen",
	Print: "Print", Theme: "Appearance", System: "System", Light: "Light", Dark: "Dark",
	More: "The table has more rows.", Periods: "Trend", Link: "Link to", About: "About:", Query: "How it was computed (SQL)", All: "Save all data", Reports: "The data of this page is from:",
	From: "Data from ", Several: "%d reports", And: "; ", AsOf: "Data as of %s", Origins: "Where the numbers are from", Pages: "Pages",
	Script: script{
		Locale: "EN", Source: "Source:", Line: "line %d", Computed: "computed", Before: "Previous", Next: "Next",
		Back: "Previous page", On: "Next page", All: "All", Path: "Path", Nothing: "no data",
		Reset: "Clear filters", Narrowed: "%d of %d figures narrowed", NarrowedTo: "Narrowed to: %s", Left: " (%d of %d rows left)", FindValue: "Find", From: "From", To: "To", Comma: ", ",
		Click: "Click or Shift + Enter: ", TapAgain: "Tap again: ", Only: "only %s",
		CopiedPicture: "Picture copied", CopiedTable: "Table copied", CopiedSource: "Source copied", NotCopied: "The browser allows no copy: save the figure",
		Search: "Find in the table", Found: "%d rows", Linked: "Link copied",
		Fold: "Show less", Unfold: "Show all", Sum: "Total", Highest: "Highest", Median: "Median", Lowest: "Lowest",
		Find: "Search this page", Close: "Close", Hits: "%d found", HitsOf: "%d found, the first %d listed",
		Present: "Presentation", Play: "Play", Pause: "Pause", Pace: "Time for each figure", Seconds: "%d s", FigureBefore: "Back", FigureNext: "Next", End: "End",
		Range: "Range shown", Nearer: "Zoom in", How: "Zoom in: + key, Ctrl + wheel, or drag over a part of the chart", Farther: "Zoom out", Move: "Move the range", Entries: "%d entries",
	},
}

func wordsOf(lang string) words {
	if lang == "en" {
		return english
	}
	return chinese
}
