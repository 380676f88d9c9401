package claim

import (
	"strings"

	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// A context is a sentence in which the facets of its numbers are looked up.
type context struct {
	text     string   // folded
	starts   []int    // of its numbers
	between  []string // what is before each number, and behind the last
	years    []yearAt
	subjects []named
	lead     int      // where its first clause ends, or -1
	part     int      // where it first says 其中, or -1
	brackets [][2]int // from an opening to its closing one, or the end
	aim      int      // where it begins to speak of an aim, or -1
	span     bool     // it may have words of a span
	overall  string   // the span that its head says
}

// named is a name that is in a text.
type named struct {
	at   int
	name string
}

func newContext(text string, values []quantity.Match, own []string) *context {
	c := &context{between: make([]string, 0, len(values)+1), starts: make([]int, 0, len(values))}
	var b strings.Builder
	b.Grow(len(text))
	end := 0
	for _, v := range values {
		between := notation.Fold(text[end:v.Start])
		c.between = append(c.between, between)
		b.WriteString(between)
		c.starts = append(c.starts, b.Len())
		b.WriteString(notation.Fold(text[v.Start:v.End]))
		end = v.End
	}
	last := notation.Fold(text[end:])
	c.between = append(c.between, last)
	b.WriteString(last)
	c.text = b.String()
	c.lead, c.part = strings.IndexAny(c.text, ",，;；:："), strings.Index(c.text, "其中")
	c.years, c.subjects = yearsIn(c.text), subjectsIn(c.text, own)
	c.kinds()
	open := -1
	for i, r := range c.text {
		switch {
		case r == '(' || r == '（':
			open = i
		case (r == ')' || r == '）') && open >= 0:
			c.brackets = append(c.brackets, [2]int{open, i})
			open = -1
		}
	}
	if open >= 0 {
		c.brackets = append(c.brackets, [2]int{open, len(c.text)})
	}
	return c
}

// kinds finds what says that numbers are an aim, or of a span: at the head of the
// sentence, of all of it.
func (c *context) kinds() {
	c.aim, c.span = -1, spanHints.in(c.text)
	if aimHints.in(c.text) {
		if at := aimWords.FindStringIndex(c.text); at != nil {
			c.aim = at[0]
		}
	}
	if c.span {
		head := c.text
		if i, _ := clauseMarks.next(head); i >= 0 {
			head = head[:i]
		}
		c.overall = spanWords.FindString(head)
	}
}

func (c *context) inBracket(at int) bool { return c.bracket(at) >= 0 }

// bracket is where the bracket around a place closes, or -1.
func (c *context) bracket(at int) int {
	for _, b := range c.brackets {
		if b[0] < at && at < b[1] {
			return b[1]
		}
	}
	return -1
}

// seen reports whether what is at a place speaks of a clause that begins
// later: what a bracket holds speaks of itself alone.
func (c *context) seen(at, clause int) bool {
	end := c.bracket(at)
	return at < clause && (end < 0 || end >= clause)
}

// facets gives a mention its period, kind and scope.
func (r *Reading) facets(s *Sentence, m *Mention, year string, c *context) {
	clause := c.starts[m.nth] - len(m.Before)
	m.Period = r.period(m.Before+m.After, clause, year, c)
	m.Kind = c.kindOf(m, clause)
	m.Scope = s.Scope
	from := m.groupAt(c, clause)
	for _, of := range c.subjects {
		if of.at >= from && c.seen(of.at, clause) {
			m.Scope = of.name
			break
		}
	}
	lead := c.text[:c.starts[m.nth]]
	m.Part = c.part >= 0 && c.part < len(lead)
	if m.Part && inParts(lead) {
		whole := s.whole(m)
		first := whole == nil && strings.HasPrefix(c.text, "其中") // of what the sentence before spoke of
		if !first && (whole == nil || !generalGroup.MatchString(whole.Measure.Stem)) {
			m.Scope += "其中"
		}
	}
}

// inParts reports whether what follows a text is of a part: 其中 speaks as far as a
// semicolon, and behind a colon of all that follows.
func inParts(text string) bool {
	i := strings.LastIndex(text, "其中")
	if i < 0 {
		return false
	}
	rest := text[i+len("其中"):]
	return strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：") || !strings.ContainsAny(rest, "；;")
}

// groupAt takes the group from the head of a sentence (毕业生中，): of all there are
// it is a facet of its own, any other is another scope. It returns where the rest
// of the sentence begins.
func (m *Mention) groupAt(c *context, clause int) int {
	if c.lead > 0 && c.lead < clause && strings.HasSuffix(c.text[:c.lead], "中") {
		group := Stem(strings.TrimSuffix(c.text[:c.lead], "中"))
		if generalGroup.MatchString(group) {
			m.Group = group
		} else if group != "" {
			m.Scope = group
		}
		return c.lead
	}
	if g := headGroup.FindStringSubmatch(c.text[:clause]); m.Group == "" && g != nil {
		m.Group = g[1]
	}
	return 0
}

var (
	headGroup    = regexp.MustCompile(`^(?:[一二三四五六七八九]是)?(学生|教师|师生|教职工|校友|毕业生|团队)`)
	generalGroup = regexp.MustCompile(`^(?:全日制)?(?:毕业生|新生|在校生|学生|教师|专任教师|教职工|录取|(?:录取)?(?:学生|考生|新生)|考生|专业|课程|图书)$`)
)

// otherYear is another year, told without its number.
var otherYear = wordSet(`去年 上年 上一年 上一学年 上届 往年 同期 前年 历年`)

// period is that of the clause, else the last that is named before it, else that of
// the report, unless the paragraph named another.
func (r *Reading) period(text string, clause int, year string, c *context) Period {
	if otherYear.in(text) {
		return Period{Year: "上年", Of: "上年"}
	}
	if len(c.years) > 0 {
		own := yearsIn(text)
		if p := only(own); p.Known() || len(own) > 1 {
			return p
		}
		for i := len(c.years) - 1; i >= 0; i-- {
			if y := c.years[i]; !y.referred && c.seen(y.at, clause) {
				return y.Period
			}
		}
	}
	if year != "" && year != r.Year {
		return Period{}
	}
	return Period{Year: r.Year}
}

var (
	aimHints  = wordSet(`力争 拟 预计 将达 将新 将投 将建 将开 将招 将增 目标 计划再 计划新 计划到 计划投 计划建 计划在 计划于 计划引进 计划开设 到20 到19`)
	spanHints = wordSet(`累计 近一 近二 近三 近四 近五 近六 近七 近八 近九 近十 近两 近几 近0 近1 近2 近3 近4 近5 近6 近7 近8 近9 以来 至今 十三五 十四五 年均 平均每 年来 每年 每学期 首批 半年 季度 暑期 寒假 春季 秋季`)
	aimWords  = regexp.MustCompile(`力争|^拟|[,，;；]拟|预计|将(?:达|新|投|建|开|招|增)|目标|计划(?:再|新|到|投|建|在|于|引进|开设)|到` + notation.YearDigits + `年底?`)
	spanWords = regexp.MustCompile(`累计|近[\d一二三四五六七八九十两几]+个?(?:年|届|学年)|以来|至今|十[三四]五|年均|平均每|[三五两十]年来|(?:^|\D)\d{1,2}年来|每年|每学期|首批|上半年|下半年|一季度|暑期|寒假|春季|秋季`)
)

// kindOf tells an aim, and a number of a span, from what there is.
func (c *context) kindOf(m *Mention, clause int) string {
	if c.aim >= 0 && c.aim <= clause+len(m.Before) {
		return "aim"
	}
	if c.span {
		from := max(0, strings.LastIndexAny(c.text[:clause], clauseEnds)) // 近 5 年 is a number of its own
		if span := spanWords.FindString(c.text[from:clause] + m.Before + m.After); span != "" {
			return span
		}
	}
	return c.overall
}
