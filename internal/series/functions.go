package series

import (
	"database/sql/driver"
	"fmt"
	"strings"

	"charts/internal/message"
	"charts/internal/quantity"

	"modernc.org/sqlite"
)

// functions are those that SQL has besides its own, or in the place of its own.
func (e *engine) functions() []function {
	return []function{
		{"quantity", 2, e.sqlQuantity},
		{"match", 3, e.sqlMatch},
		{"share", 2, sqlShare},
		{numberName, 1, sqlNumberOnly},
		{amountName, 1, sqlAmountOnly},
		{"instr", 2, e.sqlInstr},
		{"replace", 3, e.sqlReplace},
		{"trim", 2, e.sqlTrim(strings.Trim)},
		{"ltrim", 2, e.sqlTrim(strings.TrimLeft)},
		{"rtrim", 2, e.sqlTrim(strings.TrimRight)},
	}
}

type function struct {
	name string
	args int32
	call scalar
}

// sqlQuantity is quantity(text, unit): the first quantity of the text that can be
// given in that unit, or NULL.
func (e *engine) sqlQuantity(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	text, unit, err := texts("quantity", args[0], args[1])
	if err != nil || args[0] == nil {
		return nil, err
	}
	if _, ok := quantity.UnitOf(unit); !ok {
		return nil, message.Errorf("quantity: %q is not a unit", unit)
	}
	if err := e.meter.take(numberSteps * len(text)); err != nil {
		return nil, err
	}
	for _, m := range quantity.Find(text) {
		if q, err := m.Convert(unit); err == nil {
			return sqlNumber(q.Float()), nil
		}
	}
	return nil, nil
}

// sqlMatch is match(text, pattern, n): what group n of a regular expression took,
// 0 being all of it, or NULL.
func (e *engine) sqlMatch(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	text, pattern, err := texts("match", args[0], args[1])
	if err != nil || args[0] == nil {
		return nil, err
	}
	re, err := e.regular(pattern)
	if err != nil {
		return nil, err
	}
	if err := e.meter.take((len(text) + 1) * re.size / matchStep); err != nil {
		return nil, err
	}
	n, ok := args[2].(int64)
	if !ok || n < 0 || int(n) > re.NumSubexp() {
		return nil, message.Errorf("match: the pattern has no group %v", args[2])
	}
	groups := re.FindStringSubmatchIndex(text)
	if groups == nil || groups[2*n] < 0 {
		return nil, nil
	}
	return text[groups[2*n]:groups[2*n+1]], nil
}

// sqlShare is share(part, whole): how many percent of the whole the part is.
func sqlShare(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	part, ok1 := float(args[0])
	whole, ok2 := float(args[1])
	if args[0] == nil || args[1] == nil || ok1 && ok2 && whole == 0 {
		return nil, nil
	}
	if !ok1 || !ok2 {
		return nil, message.Errorf("share: %v of %v is not a share of numbers", args[0], args[1])
	}
	return 100 * part / whole, nil
}

func float(v driver.Value) (float64, bool) {
	switch v := v.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// texts gives the text and the text that says what to do with it. A number is
// read as text too.
func texts(name string, first, second driver.Value) (text, how string, err error) {
	how, ok := second.(string)
	if !ok {
		return "", "", message.Errorf("%s: the second argument must be a text", name)
	}
	switch v := first.(type) {
	case string:
		return v, how, nil
	case int64, float64:
		return strings.TrimSuffix(fmt.Sprint(v), ".0"), how, nil
	}
	return "", how, nil
}
