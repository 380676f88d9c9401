package pipeline

import (
	"context"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"charts/internal/peer"
)

// An Edition is one report of an institution.
type Edition struct {
	Institution string
	Year        string // "" where the names of the files have none
	Path        string
}

// A Batch is the facts of one report.
type Batch struct {
	Path  string
	Facts []peer.Fact
}

// A Line is told about the whole run: a row of one of the tables of [heads].
type Line struct {
	Table string
	Cells []string
}

// The tables that a run tells, and their columns.
const (
	institutions = "institutions"
	indicators   = "indicators"
	gaps         = "gaps"
	outliers     = "outliers"
	failed       = "failed"
)

var heads = map[string][]string{
	institutions: {"院校", "年", "表数", "数据数", "模板", "报告"},
	indicators:   {"指标", "年", "院校数", "表", "列", "单位", "最低", "下四分位", "中位数", "上四分位", "最高"},
	gaps:         {"院校", "指标", "年", "有此数的院校", "院校数", "表", "列"},
	outliers:     {"院校", "指标", "年", "表", "列", "单位", "值", "下四分位", "上四分位"},
	failed:       {"文件", "原因"},
}

func dead(path, reason string) Line { return Line{failed, []string{path, reason}} }

func byInstitution(e Edition) (string, Edition) { return e.Institution, e }

func init() {
	register.Function1x2(byInstitution)
	register.DoFn5x1[context.Context, []byte, func(Edition), func(int, Batch), func(Line), error](&matchFn{})
	register.DoFn6x1[context.Context, Edition, func(Edition), func(int, Batch), func(peer.Indicator, peer.Entry), func(Line), error](&readFn{})
	register.DoFn3x1[context.Context, int, func(*Batch) bool, error](&factsFn{})
	register.Combiner3[[]peer.Entry, peer.Entry, []peer.Entry](&fieldFn{})
	register.DoFn5x0[peer.Indicator, []peer.Entry, func(*Edition) bool, func(string, peer.Standing), func(Line)](&compareFn{})
	register.DoFn5x1[context.Context, string, func(*Edition) bool, func(*peer.Standing) bool, func(Line), error](&pageFn{})
	register.DoFn3x1[context.Context, int, func(*Line) bool, error](&overviewFn{})
	register.Emitter1[Edition]()
	register.Emitter1[Line]()
	register.Emitter2[int, Batch]()
	register.Emitter2[peer.Indicator, peer.Entry]()
	register.Emitter2[string, peer.Standing]()
	register.Iter1[Batch]()
	register.Iter1[Edition]()
	register.Iter1[Line]()
	register.Iter1[peer.Standing]()
}
