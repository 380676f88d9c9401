package series

import (
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
)

// Overlap finds a row that cannot be added to the others of a figure, and says why:
// it is their sum or average, or a part of one of them.
func Overlap(rows, all []Row) (r Row, why message.Text) {
	for _, r := range rows {
		switch {
		case isTotal(r) && slices.ContainsFunc(all, func(o Row) bool { return !isTotal(o) }):
			return r, message.Of("%s is a sum of other rows", rowName(r))
		case isMean(r) && len(all) > 1:
			return r, message.Of("%s is an average of other rows", rowName(r))
		case r.Of != "" && slices.ContainsFunc(all, func(o Row) bool { return o.Label == r.Of }):
			return r, message.Of("%s is a part of %s", rowName(r), r.Of)
		}
	}
	return Row{}, message.Text{}
}

// isTotal reports whether a row is a total, or a query gave it the name of one.
func isTotal(r Row) bool {
	name := rowName(r)
	return r.Total || len(name) <= len("合计") && notation.Total(name)
}

// partsOf names for each row the one that it is a part of: what 其中 begins is part
// of the row above that does not begin so, or of that over it in a score card.
func partsOf(rows []gridRow) []string {
	of, whole := make([]string, len(rows)), ""
	for i, r := range rows {
		at := strings.LastIndexByte(r.label, '/')
		switch _, part := notation.Part(r.label[at+1:]); {
		case !part:
			whole = r.label
		case at >= 0:
			of[i] = r.label[:at]
		default:
			of[i] = whole
		}
	}
	return of
}
