package spec

import (
	"bytes"
	"encoding/json"
	"strconv"

	"github.com/goccy/go-yaml"
)

// A schema is a JSON Schema, as far as we use the language.
type schema struct {
	Dialect     string            `json:"$schema,omitempty"`
	ID          string            `json:"$id,omitempty"`
	Title       string            `json:"title,omitempty"`
	Description string            `json:"description,omitempty"`
	Ref         string            `json:"$ref,omitempty"`
	Type        types             `json:"type,omitempty"`
	Const       json.RawMessage   `json:"const,omitempty"`
	Enum        []json.RawMessage `json:"enum,omitempty"`
	Pattern     string            `json:"pattern,omitempty"`
	MinLength   int               `json:"minLength,omitempty"`
	Minimum     json.Number       `json:"minimum,omitempty"`
	Maximum     json.Number       `json:"maximum,omitempty"`
	Items       *schema           `json:"items,omitempty"`
	MinItems    int               `json:"minItems,omitempty"`
	MaxItems    int               `json:"maxItems,omitempty"`
	Properties  properties        `json:"properties,omitempty"`
	Required    []string          `json:"required,omitempty"`
	Names       *schema           `json:"propertyNames,omitempty"`
	MinProps    int               `json:"minProperties,omitempty"`
	Additional  *schema           `json:"additionalProperties,omitempty"`
	If          *schema           `json:"if,omitempty"`
	Then        *schema           `json:"then,omitempty"`
	Else        *schema           `json:"else,omitempty"`
	Not         *schema           `json:"not,omitempty"`
	AllOf       []*schema         `json:"allOf,omitempty"`
	AnyOf       []*schema         `json:"anyOf,omitempty"`
	OneOf       []*schema         `json:"oneOf,omitempty"`
	Examples    []json.RawMessage `json:"examples,omitempty"`
	Defs        properties        `json:"$defs,omitempty"`

	never bool // the schema false, which nothing matches
}

// MarshalJSON writes the schema false where nothing is allowed.
func (s *schema) MarshalJSON() ([]byte, error) {
	if s.never {
		return []byte("false"), nil
	}
	type plain schema
	return marshal((*plain)(s))
}

// marshal is json.Marshal without escapes for HTML.
func marshal(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSpace(out.Bytes()), err
}

// types is one type name, or several.
type types []string

// MarshalJSON writes one type without a list.
func (t types) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// properties are named schemas in the order of the manual.
type properties []property

type property struct {
	name   string
	schema *schema
}

// MarshalJSON writes an object in its order.
func (ps properties) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, p := range ps {
		if i > 0 {
			out.WriteByte(',')
		}
		value, err := marshal(p.schema)
		if err != nil {
			return nil, err
		}
		out.WriteString(strconv.Quote(p.name) + ":")
		out.Write(value)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

func ref(name string) *schema        { return &schema{Ref: "#/$defs/" + name} }
func needs(names ...string) *schema  { return &schema{Required: names} }
func oneOrList(item *schema) *schema { return &schema{AnyOf: []*schema{item, listOf(item)}} }
func listOf(item *schema) *schema    { return &schema{Type: types{"array"}, Items: item, MinItems: 1} }

// never matches nothing: a word that may not be there.
var never = &schema{never: true}

func without(names ...string) *schema {
	s := &schema{}
	for _, name := range names {
		s.Properties = append(s.Properties, property{name, never})
	}
	return s
}

// textOf matches any text, and a number as text, empty or not.
func textOf(blank bool) *schema {
	s := &schema{Type: types{"string", "number"}}
	if !blank {
		s.MinLength = 1
	}
	return s
}

// mapOf matches a mapping whose words the author chooses.
func mapOf(value *schema) *schema {
	return &schema{Type: types{"object"}, MinProps: 1, Additional: value}
}

// jsonOf turns a YAML example or a choice into JSON.
func jsonOf(text string) json.RawMessage {
	out, err := yaml.YAMLToJSON([]byte(text))
	if err != nil {
		panic("example " + text + ": " + err.Error()) // of our own struct tags; a test reads them all
	}
	return bytes.TrimSpace(out)
}
