// Package message holds what the program says to people: a sentence is its
// English format and what is in it, and is put into words where it is printed.
package message

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
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
	format := t.format
	if l == Chinese {
		format = inChinese(format)
	}
	args := make([]any, len(t.args))
	for i, a := range t.args {
		args[i] = in(l, a)
		if s, ok := args[i].(string); ok && l == Chinese {
			args[i] = marked(s)
		}
	}
	s := fmt.Sprintf(strings.ReplaceAll(string(format), "%w", "%v"), args...)
	if l == Chinese {
		s = joined(s)
	}
	return s
}

// Said is the text in one language, from then on.
func (t Text) Said(l Language) Text { return Data(t.In(l)) }

// MarshalText is the text in English, or as it was said.
func (t Text) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

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

// Count is a number of things: 1 line, 2 lines. Other languages have only the
// plural form in their catalogue.
func Count(n int, one, many Format) Text {
	if n == 1 {
		return Of(one, n)
	}
	return Of(many, n)
}

// Enumerated is names as the end of a sentence has them: a, b and c.
func Enumerated[T any](items []T) Text {
	if last := len(items) - 1; last > 0 {
		return Of("%s and %s", List(items[:last]), items[last])
	}
	return Of("%s", List(items))
}

// List is names one after another.
func List[T any](items []T) Listed { return listed(", ", items) }

// Few is the first names of a list, and how many there are beyond them.
func Few[T any](items []T, most int) Text {
	if more := len(items) - most; more > 0 {
		return Of("%s and %d more", List(items[:most]), more)
	}
	return Of("%s", List(items))
}

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
	between := l.between
	if lang == Chinese {
		between = map[string]string{", ": "、", "; ": "；"}[between]
	}
	return strings.Join(words, between)
}

// String is the list in English.
func (l Listed) String() string { return l.In(English) }

// Errorf is an error that can be said in every language; it wraps what %w names.
func Errorf(format Format, args ...any) error {
	return &failure{Of(format, args...), errors.Unwrap(fmt.Errorf(string(format), args...))}
}

type failure struct {
	Text
	cause error
}

func (f *failure) Error() string { return f.String() }
func (f *failure) Unwrap() error { return f.cause }

// ErrorText is what an error says.
func ErrorText(err error) Text {
	if s, ok := err.(interface{ In(Language) string }); ok {
		return Of("%s", s)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return Of("there is no such file")
	}
	if errors.Is(err, fs.ErrPermission) {
		return Of("no permission to read or write it")
	}
	var no syscall.Errno
	if errors.As(err, &no) {
		return Of(systemErrors[no]).Or(Data(no.Error()))
	}
	return Data(err.Error())
}

// systemErrors are what a system says of files and ports.
var systemErrors = map[syscall.Errno]Format{
	syscall.EADDRINUSE:   "address already in use",
	syscall.EBUSY:        "device or resource busy",
	syscall.EEXIST:       "file exists",
	syscall.EFBIG:        "file too large",
	syscall.EIO:          "input/output error",
	syscall.EISDIR:       "is a directory",
	syscall.ELOOP:        "too many levels of symbolic links",
	syscall.EMFILE:       "too many open files",
	syscall.ENAMETOOLONG: "file name too long",
	syscall.ENOSPC:       "no space left on device",
	syscall.ENOTDIR:      "not a directory",
	syscall.ENOTEMPTY:    "directory not empty",
	syscall.EPIPE:        "broken pipe",
	syscall.EROFS:        "read-only file system",
}
