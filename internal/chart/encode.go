package chart

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"math"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// digest is the SHA-256 of a value as JSON, in hex. The JSON is that of
// encoding/json, but never is in the memory: that of a cloud of dots would be
// the greatest part of its cost. Fields tagged hash:"-" count as if they held
// nothing.
func digest(v any) string {
	e := encoder{hash: sha256.New()}
	e.value(reflect.ValueOf(v))
	return e.sum()
}

// An encoder writes JSON into a hash.
type encoder struct {
	hash hash.Hash
	text []byte // not hashed yet
}

// chunk is how much text is hashed at a time.
const chunk = 16 << 10

// flush hashes what was written, when it is much.
func (e *encoder) flush() {
	if len(e.text) > chunk {
		e.hash.Write(e.text)
		e.text = e.text[:0]
	}
}

func (e *encoder) sum() string {
	e.hash.Write(e.text)
	return hex.EncodeToString(e.hash.Sum(nil))
}

// value writes a value of the types that a chart is made of: no maps, no pointers.
func (e *encoder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Invalid:
		e.text = append(e.text, "null"...)
	case reflect.Bool:
		e.text = strconv.AppendBool(e.text, v.Bool())
	case reflect.Int:
		e.text = strconv.AppendInt(e.text, v.Int(), 10)
	case reflect.Float64:
		e.text = appendNumber(e.text, v.Float())
	case reflect.String:
		e.text = appendText(e.text, v.String())
	case reflect.Interface:
		e.value(v.Elem())
	case reflect.Slice:
		e.list(v)
	case reflect.Struct:
		e.object(v)
	default:
		panic("chart: a hash of " + v.Kind().String())
	}
}

func (e *encoder) list(v reflect.Value) {
	marks := v.Type() == marksType
	if v.IsNil() && !marks {
		e.text = append(e.text, "null"...)
		return
	}
	e.text = append(e.text, '[')
	for i := range v.Len() {
		if i > 0 {
			e.text = append(e.text, ',')
		}
		if marks {
			e.mark(v.Index(i))
		} else {
			e.value(v.Index(i))
		}
		e.flush()
	}
	e.text = append(e.text, ']')
}

var marksType = reflect.TypeFor[Marks]()

// mark writes a mark with its kind, as [Marks.MarshalJSON] does.
func (e *encoder) mark(v reflect.Value) {
	e.text = append(e.text, `{"Kind":`...)
	e.text = appendText(e.text, v.Interface().(Mark).mark())
	e.text = append(e.text, `,"Mark":`...)
	e.value(v.Elem())
	e.text = append(e.text, '}')
}

func (e *encoder) object(v reflect.Value) {
	between := byte('{')
	for _, f := range fieldsOf(v.Type()) {
		in := v.Field(f.at)
		if f.omitEmpty && isEmpty(in) {
			continue
		}
		e.text = append(append(e.text, between), f.key...)
		between = ','
		if f.unhashed {
			in = reflect.Zero(in.Type())
		}
		e.value(in)
	}
	if between == '{' {
		e.text = append(e.text, between)
	}
	e.text = append(e.text, '}')
}

func isEmpty(v reflect.Value) bool {
	return v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0
}

// A field is a member of an object.
type field struct {
	at        int
	key       string // "Name":
	omitEmpty bool
	unhashed  bool
}

var fields sync.Map // of each type of struct

func fieldsOf(t reflect.Type) []field {
	if known, ok := fields.Load(t); ok {
		return known.([]field)
	}
	var all []field
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && f.Tag.Get("json") != "-" {
			all = append(all, field{i, `"` + f.Name + `":`, strings.HasSuffix(f.Tag.Get("json"), ",omitempty"), f.Tag.Get("hash") == "-"})
		}
	}
	fields.Store(t, all)
	return all
}

// appendNumber writes a number: in short, and with an exponent only when it is very
// large or small.
func appendNumber(to []byte, f float64) []byte {
	if whole := int64(f); float64(whole) == f && whole != 0 && -1e15 < f && f < 1e15 {
		return strconv.AppendInt(to, whole, 10)
	}
	if abs := math.Abs(f); abs == 0 || abs >= 1e-6 && abs < 1e21 {
		return strconv.AppendFloat(to, f, 'f', -1, 64)
	}
	from := len(to)
	to = strconv.AppendFloat(to, f, 'e', -1, 64)
	if n := len(to); n-from >= 4 && to[n-4] == 'e' && to[n-3] == '-' && to[n-2] == '0' { // e-09
		to[n-2] = to[n-1]
		to = to[:n-1]
	}
	return to
}

// appendText writes a text in quotes. Few need escapes.
func appendText(to []byte, s string) []byte {
	if isPlain(s) {
		return append(append(append(to, '"'), s...), '"')
	}
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // a text: cannot happen
	}
	return append(to, text...)
}

// isPlain reports whether a text is in JSON as it is.
func isPlain(s string) bool {
	ascii := true
	for i := range len(s) {
		if escaped[s[i]] {
			return false
		}
		ascii = ascii && s[i] < utf8.RuneSelf
	}
	return ascii || utf8.ValidString(s)
}

// escaped are the bytes of texts that may need escapes: 0xe2 begins the separators
// of lines and paragraphs.
var escaped = func() (in [256]bool) {
	for _, c := range []byte("\"\\<>&\xe2") {
		in[c] = true
	}
	for c := range ' ' {
		in[c] = true
	}
	return in
}()
