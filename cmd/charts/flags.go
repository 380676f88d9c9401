package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"charts/internal/build"
	"charts/internal/diag"
	"charts/internal/manifest"
	"charts/internal/message"
	"charts/internal/spec"
)

// inputFlags adds the flags of every command that reads reports and specs.
func inputFlags(s streams, f *pflag.FlagSet, o *build.Options) {
	o.Stdin = piped(s.in)
	f.VarP((*reports)(&o.Reports), "report", "r", "report to read, as `[NAME=]PATH`; repeat it for several, under one name for the files of one report (default: those that specs/charts.yaml names)")
	f.StringVar(&o.Specs, "specs", "specs", "`folder` of the specs")
	f.Var((*vars)(&o.Vars), "var", "value of a variable that specs write as ${name}, as `NAME=VALUE`, instead of that of specs/charts.yaml; repeat it for several")
}

// piped is what is piped in; nil where somebody would have to type it.
func piped(in io.Reader) io.Reader {
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice != 0 {
			return nil
		}
	}
	return in
}

// outFlag adds the folder of the outputs.
func outFlag(f *pflag.FlagSet, o *build.Options) {
	o.Out = "out"
	f.VarP((*folder)(&o.Out), "out", "o", "`folder` of the outputs")
}

// folder is a flag that takes a folder, and not one of the files that are written.
type folder string

func (d *folder) String() string { return string(*d) }
func (d *folder) Type() string   { return "string" }

func (d *folder) Set(s string) error {
	if ext := strings.TrimPrefix(strings.ToLower(filepath.Ext(s)), "."); slices.Contains(formatNames(), ext) {
		return message.Errorf("it is a folder, in which the files have the names of their specs; --format %s writes those alone", ext)
	}
	*d = folder(s)
	return nil
}

// reports is a repeatable --report [NAME=]PATH.
type reports []build.ReportArg

func (r *reports) String() string { return "" }
func (r *reports) Type() string   { return "[NAME=]PATH" }

func (r *reports) Set(s string) error {
	name, path, ok := strings.Cut(s, "=")
	if !ok || strings.ContainsAny(name, `/\.`) { // a path may hold an equals sign, too
		name, path = "", s
	}
	if name, path = strings.TrimSpace(name), strings.TrimSpace(path); path == "" {
		return message.Errorf("a report needs a path")
	}
	same := func(a build.ReportArg) bool { return name != "" && a.Name == name }
	if i := slices.IndexFunc(*r, same); i >= 0 {
		(*r)[i].Paths = append((*r)[i].Paths, path)
		return nil
	}
	*r = append(*r, build.ReportArg{Name: name, Paths: []string{path}})
	return nil
}

// vars is a repeatable --var NAME=VALUE.
type vars []spec.Var

func (v *vars) String() string { return "" }
func (v *vars) Type() string   { return "NAME=VALUE" }

func (v *vars) Set(s string) error {
	name, value, ok := strings.Cut(s, "=")
	if name, value = strings.TrimSpace(name), strings.TrimSpace(value); !ok || name == "" {
		return message.Errorf("it is NAME=VALUE")
	}
	*v = append(*v, spec.Var{Name: spec.At[string]{V: name}, Value: spec.At[string]{V: value}})
	return nil
}

// choice is a flag that takes one of a few words.
type choice struct {
	value *string
	words []string
}

func (c choice) String() string { return *c.value }
func (c choice) Type() string   { return strings.Join(c.words, "|") }

func (c choice) Set(s string) error {
	if !slices.Contains(c.words, s) {
		if near := diag.Nearest(s, c.words); near != "" {
			return message.Errorf("did you mean %s? it is one of %s", near, message.List(c.words))
		}
		return message.Errorf("it is one of %s", message.List(c.words))
	}
	*c.value = s
	return nil
}

// formats is a comma-separated list of output formats.
type formats []string

func (f *formats) String() string { return strings.Join(*f, ",") }
func (f *formats) Type() string   { return "list" }

func (f *formats) Set(s string) error {
	known := formatNames()
	for _, word := range strings.Split(s, ",") {
		word = strings.ToLower(strings.TrimSpace(word))
		if !slices.Contains(known, word) {
			return message.Errorf("no format %q; there are %s", word, message.List(known))
		}
		*f = append(*f, word)
	}
	return nil
}

func formatNames() []string {
	var names []string
	for _, f := range build.Formats {
		names = append(names, f.Name)
	}
	return append(names, manifest.PageFormat, manifest.DeckFormat)
}

// shard is --shard I/N.
type shard manifest.Shard

func (x *shard) Type() string { return "I/N" }

func (x *shard) String() string {
	if x.Of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", x.Index, x.Of)
}

func (x *shard) Set(s string) error {
	i, n, ok := strings.Cut(s, "/")
	index, err1 := strconv.Atoi(i)
	of, err2 := strconv.Atoi(n)
	if !ok || err1 != nil || err2 != nil || index < 1 || index > of {
		return message.Errorf("it is I/N, as 2/4: the second of four parts")
	}
	x.Index, x.Of = index, of
	return nil
}
