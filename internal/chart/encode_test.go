package chart

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"testing"
)

// jsonDigest is the digest of a value by encoding/json.
func jsonDigest(t testing.TB, v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// jsonDataHash is the hash of a chart's values by encoding/json.
func jsonDataHash(t testing.TB, c *Chart) string {
	type value struct {
		Series, Name string
		X, Y         float64
		Missing      bool
		Text         string `json:",omitempty"`
	}
	var values []value
	for _, p := range c.Panels {
		for _, m := range p.Marks {
			name, data := ValuesOf(m)
			if c.Columns > 0 {
				name = p.Title + " " + name
			}
			for _, d := range data {
				v := value{name, d.Name, d.X, d.Y, d.Missing, ""}
				if _, ok := m.(Cells); ok {
					v.Text = d.Text
				}
				values = append(values, v)
			}
		}
	}
	return jsonDigest(t, values)
}

// everyMark are all marks, empty.
var everyMark = Marks{Bars{}, Lines{}, Areas{}, Points{}, Slices{}, Cells{}, Flows{}, Regions{}, Rules{}, Notes{}}

// complete gives every field a value that is not its zero, but for those that no hash
// knows.
func complete(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("升学 <1>")
	case reflect.Float64:
		v.SetFloat(0.375)
	case reflect.Int:
		v.SetInt(7)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		if marks, ok := v.Addr().Interface().(*Marks); ok {
			for _, m := range everyMark {
				one := reflect.New(reflect.TypeOf(m)).Elem()
				complete(one)
				*marks = append(*marks, one.Interface().(Mark))
			}
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		complete(v.Index(0))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("hash") != "-" {
				complete(v.Field(i))
			}
		}
	}
}

// The digest of a chart is that of its JSON, so that no field is forgotten.
func TestDigestOfCharts(t *testing.T) {
	var full Chart
	complete(reflect.ValueOf(&full).Elem())
	for _, c := range []*Chart{{}, &full} {
		if digest(*c) != jsonDigest(t, *c) {
			t.Errorf("%s: the digest is not that of the JSON", c.ID)
		}
		if c.DataHash() != jsonDataHash(t, c) {
			t.Errorf("%s: the hash of the values is not that of their JSON", c.ID)
		}
	}
}

func TestDigest(t *testing.T) {
	numbers := []float64{0, math.Copysign(0, -1), 1, -7, 0.1, 61.803, 1e15, -1e15, 1e15 + 0.5, 1e20, 1e21, -3e300, 1e-6, 9.9e-7, -2e-9, 5e-324, 1e-10, 1 << 53}
	for _, v := range []any{
		numbers,
		[]string{"", "产出", "a\"b\\c", "<b>&", "\t\x00\x7f", "\xff", "行\u2028末\u2029", "😀"},
		[]Marks{nil, {}, {Points{Name: "点", Size: []float64{1}}, Rules{Data: []Rule{{From: 1}}}, Notes{}, Flows{Links: []Link{{From: 1, Datum: Datum{Path: []string{"外"}}}}}}},
		Panel{}, Chart{Outlines: true}, []Source{{Line: -3, Contested: "存疑"}}, []int(nil), []bool{true, false}, struct{}{},
	} {
		if digest(v) != jsonDigest(t, v) {
			t.Errorf("the digest of %v is not that of its JSON", v)
		}
	}
	long := slices.Repeat([]Datum{{X: 0.5, Text: "3 人"}}, 10*chunk/100)
	if digest(long) != jsonDigest(t, long) {
		t.Error("the digest of a long list is not that of its JSON")
	}
	if none := new(Chart); none.DataHash() != jsonDataHash(t, none) {
		t.Error("the hash of no values is not that of their JSON")
	}
	traced := Datum{Sources: []int{1}}
	if digest(traced) != digest(Datum{}) {
		t.Error("the places that a value was read from count")
	}
}

func FuzzDigest(f *testing.F) {
	f.Add("去向", 1.5)
	f.Fuzz(func(t *testing.T, s string, x float64) {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			t.Skip()
		}
		if d := (Datum{Name: s, X: x}); digest(d) != jsonDigest(t, d) {
			t.Errorf("the digest of %v is not that of its JSON", d)
		}
	})
}
