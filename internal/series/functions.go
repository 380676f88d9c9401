package series

import (
	"database/sql/driver"
	"fmt"
	"regexp"
	"strings"

	"charts/internal/quantity"
	"modernc.org/sqlite"
)

type scalar = func(ctx *sqlite.FunctionContext, args []driver.Value) (driver.Value, error)

// sqlFunctions are the functions that SQL has besides its own.
var sqlFunctions = []struct {
	name string
	args int32
	call scalar
}{
	{"quantity", 2, sqlQuantity},
	{"match", 3, sqlMatch},
	{"share", 2, sqlShare},
}

// sqlQuantity is quantity(text, unit): the first quantity of the text that can be
// given in that unit, or NULL.
func sqlQuantity(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	text, unit, err := texts("quantity", args[0], args[1])
	if err != nil || args[0] == nil {
		return nil, err
	}
	if _, ok := quantity.UnitOf(unit); !ok {
		return nil, fmt.Errorf("quantity: %q is not a unit", unit)
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
func sqlMatch(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	text, pattern, err := texts("match", args[0], args[1])
	if err != nil || args[0] == nil {
		return nil, err
	}
	re, err := regexp.Compile(pattern)
	if err != nil {
		return nil, fmt.Errorf("match: %q is not a regular expression", pattern)
	}
	n, ok := args[2].(int64)
	if !ok || n < 0 || int(n) > re.NumSubexp() {
		return nil, fmt.Errorf("match: the pattern has no group %v", args[2])
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
		return nil, fmt.Errorf("share: %v of %v is not a share of numbers", args[0], args[1])
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
		return "", "", fmt.Errorf("%s: the second argument must be a text", name)
	}
	switch v := first.(type) {
	case string:
		return v, how, nil
	case int64, float64:
		return strings.TrimSuffix(fmt.Sprint(v), ".0"), how, nil
	}
	return "", how, nil
}
