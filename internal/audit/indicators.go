package audit

import "github.com/shopspring/decimal"

// indicators holds the tables against each other, those of other reports too:
// a later report may tell the year before again.
func indicators(readings []*reading) (all []Finding) {
	var facts []fact
	for _, r := range readings {
		facts = append(facts, r.facts...)
	}
	first := map[string]fact{}
	for _, f := range facts {
		key := canonical(f.name) + "\x00" + f.period
		other, seen := first[key]
		if !seen {
			first[key] = f
			continue
		}
		if other.place == f.place || !sameUnit(f.unit, other.unit) || f.agrees(other.number) {
			continue
		}
		all = append(all, found([]Place{f.place, other.place}, "%s of %s is %s in %s, and %s in %s",
			f.name, f.period, f.text, f.table, other.text, other.table))
	}
	return all
}

// jump is how many times the year before makes a jump.
var jump = decimal.NewFromInt(5)

// jumps compares the indicators of one year with those of the next, when there
// are several reports.
func jumps(readings []*reading) (all []Finding) {
	if len(readings) < 2 {
		return nil
	}
	facts := map[string]fact{}
	for _, r := range readings {
		for _, f := range r.facts {
			facts[f.name+"\x00"+f.period] = f
		}
	}
	for _, r := range readings {
		for _, f := range r.facts {
			before, ok := facts[f.name+"\x00"+yearBefore(f.period)]
			if ok && before.place.Report != f.place.Report && before.unit == f.unit && isJump(before.value, f.value) {
				all = append(all, found([]Place{f.place, before.place}, "%s went from %s in %s to %s in %s",
					f.name, before.text, before.period, f.text, f.period))
			}
		}
	}
	return all
}

// isJump reports whether one value is many times the other; small numbers jump
// every year.
func isJump(a, b decimal.Decimal) bool {
	if a.GreaterThan(b) {
		a, b = b, a
	}
	return a.IsPositive() && b.GreaterThan(decimal.NewFromInt(20)) && b.GreaterThanOrEqual(a.Mul(jump))
}

func yearBefore(year string) string {
	n, err := decimal.NewFromString(year)
	if err != nil {
		return ""
	}
	return n.Sub(decimal.NewFromInt(1)).String()
}
