// Package message holds what the program says to people: a sentence is its
// English format and what stands in it, and is put into words where it is printed.
package message

import (
	"errors"
	"fmt"
	"strings"
)

// A Language is one that the program speaks.
type Language string

// The languages.
const (
	English Language = "en"
	Chinese Language = "zh-CN"
)

// A Format says how a text is written in English, in the verbs of [fmt]; it is the
// key under which the catalogue has it in other languages. One that takes no
// arguments is a text by itself.
type Format string

// String is the text in English.
func (f Format) String() string { return f.In(English) }

// In is the text in a language.
func (f Format) In(l Language) string { return Of(f).In(l) }

// A Text is one sentence or a piece of one. The zero Text says nothing.
type Text struct {
	format Format
	args   []any
}

// Of is a text. Arguments that are texts themselves, or
// errors made of them, are said in the language of the whole.
func Of(format Format, args ...any) Text { return Text{format, args} }

// Data is a text that stands as it was read in every language.
func Data(s string) Text {
	if s == "" {
		return Text{}
	}
	return Of("%s", s)
}

// Empty reports whether there is nothing to say.
func (t Text) Empty() bool { return t.format == "" }

// Or is the text, or another where it says nothing.
func (t Text) Or(other Text) Text {
	if t.Empty() {
		return other
	}
	return t
}

// String is the text in English.
func (t Text) String() string { return t.In(English) }

// In is the text in a language.
func (t Text) In(l Language) string {
	args := make([]any, len(t.args))
	for i, a := range t.args {
		args[i] = in(l, a)
	}
	return fmt.Sprintf(string(t.format), args...)
}

// in is an argument in a language: words if it has its own, else the value itself.
func in(l Language, arg any) any {
	switch a := arg.(type) {
	case interface{ In(Language) string }:
		return a.In(l)
	case error:
		return ErrorText(a).In(l)
	}
	return arg
}

// List is names one after another.
func List[T any](items []T) Listed { return listed(", ", items) }

// Clauses are pieces of a sentence one after another.
func Clauses[T any](items []T) Listed { return listed("; ", items) }

// A Listed is what [List] and [Clauses] make.
type Listed struct {
	between string // in English
	items   []any
}

func listed[T any](between string, items []T) Listed {
	l := Listed{between: between}
	for _, item := range items {
		l.items = append(l.items, item)
	}
	return l
}

// In is the list in a language.
func (l Listed) In(lang Language) string {
	var words []string
	for _, item := range l.items {
		words = append(words, fmt.Sprint(in(lang, item)))
	}
	return strings.Join(words, l.between)
}

// String is the list in English.
func (l Listed) String() string { return l.In(English) }

// Errorf is an error that can be said in every language; it wraps what %w names.
func Errorf(format Format, args ...any) error {
	return &failure{fmt.Errorf(string(format), args...), Of(Format(strings.ReplaceAll(string(format), "%w", "%v")), args...)}
}

type failure struct {
	error
	text Text
}

func (f *failure) Unwrap() error        { return errors.Unwrap(f.error) }
func (f *failure) In(l Language) string { return f.text.In(l) }

// ErrorText is what an error says.
func ErrorText(err error) Text {
	if s, ok := err.(interface{ In(Language) string }); ok {
		return Of("%s", s)
	}
	return Data(err.Error())
}
