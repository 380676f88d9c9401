package series

import (
	"database/sql/driver"
	"math"

	"charts/internal/message"
	"charts/internal/quantity"

	"github.com/shopspring/decimal"
	"modernc.org/sqlite"
)

// adders are the functions of SQL that add up, in place of its own: they are
// exact, and they refuse a text, which SQL's own take for 0 or for its first
// digits.
var adders = map[string]func(*adding) driver.Value{
	"sum":   func(a *adding) driver.Value { return a.orNull(a.sum()) },
	"total": func(a *adding) driver.Value { return a.orNull(a.sum()) }, // of nothing it is nothing, not 0
	"avg":   func(a *adding) driver.Value { return a.orNull(a.mean()) },
}

// registerAggregates puts them in place of those of the engine.
func registerAggregates(d *sqlite.Driver) error {
	for name, result := range adders {
		err := d.RegisterFunction(name, &sqlite.FunctionImpl{NArgs: 1, Deterministic: true,
			MakeAggregate: func(sqlite.FunctionContext) (sqlite.AggregateFunction, error) {
				return &adding{name: name, result: result}, nil
			}})
		if err != nil {
			return err
		}
	}
	return nil
}

// An adding adds the numbers of a group or window.
type adding struct {
	name   string
	result func(*adding) driver.Value
	count  int64
	whole  int64           // the sum of the whole numbers
	rest   decimal.Decimal // of all others
}

// Step adds the value of a row.
func (a *adding) Step(_ *sqlite.FunctionContext, args []driver.Value) error { return a.add(args[0], 1) }

// WindowInverse takes the value of a row away.
func (a *adding) WindowInverse(_ *sqlite.FunctionContext, args []driver.Value) error {
	return a.add(args[0], -1)
}

// WindowValue is the result up to now.
func (a *adding) WindowValue(*sqlite.FunctionContext) (driver.Value, error) {
	if s := a.sum(); s.Abs().GreaterThanOrEqual(exactLimit) {
		return nil, message.Errorf("%s: %s has more digits than are kept exactly", a.name, s)
	}
	return a.result(a), nil
}

// Final ends the group.
func (a *adding) Final(*sqlite.FunctionContext) {}

// exactLimit is where whole numbers are kept no more.
var exactLimit = decimal.New(1, 15)

func (a *adding) add(v driver.Value, sign int64) error {
	if v == nil {
		return nil
	}
	n, err := numeric(a.name, v)
	if err != nil {
		return err
	}
	a.count += sign
	switch n := n.(type) {
	case int64:
		if n > -1<<53 && n < 1<<53 && a.whole > -1<<62 && a.whole < 1<<62 {
			a.whole += sign * n
			return nil
		}
		a.rest = a.rest.Add(decimal.NewFromInt(n).Mul(decimal.NewFromInt(sign)))
	case float64:
		if math.IsNaN(n) || math.IsInf(n, 0) {
			return message.Errorf("%s: a number is not finite", a.name)
		}
		a.rest = a.rest.Add(decimal.NewFromFloat(quantity.Round(n)).Mul(decimal.NewFromInt(sign)))
	}
	return nil
}

func (a *adding) sum() decimal.Decimal { return a.rest.Add(decimal.NewFromInt(a.whole)) }

// mean has 16 digits after the point, more than are shown.
func (a *adding) mean() decimal.Decimal {
	if a.count == 0 {
		return decimal.Zero
	}
	return a.sum().DivRound(decimal.NewFromInt(a.count), 16)
}

func (a *adding) orNull(d decimal.Decimal) driver.Value {
	if a.count == 0 {
		return nil
	}
	return sqlNumber(quantity.Float(d))
}
