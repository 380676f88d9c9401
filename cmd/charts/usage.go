package main

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/spec"
)

// usage is a command line that says nothing the command can do: what is wrong
// with it, and below it what was meant.
func usage(hint message.Text, format message.Format, args ...any) error {
	return message.Errorf("%s\n  hint: %s", message.Of(format, args...), hint)
}

// A synopsis is how a command is written, with names for what people put there.
type synopsis string

// In is the synopsis with those names in a language.
func (s synopsis) In(l message.Language) string {
	if l == message.Chinese {
		return placeholders.Replace(string(s))
	}
	return string(s)
}

var placeholders = strings.NewReplacer("DOCUMENT", "文档", "SENTENCE", "句子", "TABLE", "表", "TEXT", "文字", "NAME", "表名", "DIR", "文件夹")

// An arity is how many words a command takes behind its name; most < 0: any number.
type arity struct {
	least, most int
	what        message.Format // they are, for the message that one is missing
}

// check refuses too few words and too many; blank ones are as good as none.
func (a arity) check(cmd *cobra.Command, args []string) error {
	line := message.Of("charts %s", synopsis(cmd.Use))
	switch {
	case slices.ContainsFunc(args, func(s string) bool { return strings.TrimSpace(s) == "" }):
		return usage(line, "%s was given an empty word", cmd.Name())
	case len(args) < a.least:
		return usage(line, "%s needs %s", cmd.Name(), a.what)
	case a.most >= 0 && len(args) > a.most && a.most == 0:
		return usage(line, "%s takes no %q", cmd.Name(), args[0])
	case a.most >= 0 && len(args) > a.most:
		return usage(message.Of("%s; a name with blanks stands in quotes: '%s'", line, strings.Join(args, " ")),
			"%s takes %s, and %q is one word more", cmd.Name(), a.what, args[a.most])
	}
	return nil
}

// unknownCommand says which command was meant.
func unknownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, cmd := range root.Commands() {
		names = append(names, cmd.Name())
	}
	hint := message.Of("charts --help lists the commands")
	if near := cmp.Or(otherCommands[strings.ToLower(args[0])], diag.Nearest(args[0], names)); near != "" {
		hint = message.Of("did you mean charts %s?", near)
	}
	return usage(hint, "there is no command %q", args[0])
}

// otherCommands are what other programs call a command.
var otherCommands = map[string]string{
	"init": "new --all", "create": "new", "scaffold": "new --all", "draw": "render", "build": "render", "generate": "render", "plot": "render", "run": "render",
	"list": "tables", "ls": "tables", "show": "tables", "search": "find", "grep": "find", "export": "data", "validate": "lint", "test": "check", "status": "check", "update": "render", "refresh": "fetch", "pull": "fetch", "sync": "fetch", "open": "serve", "doctor": "lint", "describe": "tables",
	"compare": "diff", "preview": "serve", "start": "serve", "dev": "serve", "watch": "render --watch", "fill": "insert",
}

// misread refuses what would be read as something else: a misspelt command as the flags
// behind it, -report as -r eport, and a flag as the value of another.
func misread(root *cobra.Command, args []string) error {
	if len(args) > 1 && args[0] != "" && !strings.HasPrefix(args[0], "-") && !strings.HasPrefix(args[0], "__") && args[0] != "help" && args[0] != "completion" {
		if cmd, _, err := root.Find(args[:1]); err != nil || cmd == root {
			return unknownCommand(root, args)
		}
	}
	long, valued := map[string]bool{}, map[string]bool{}
	for _, cmd := range append(root.Commands(), root) {
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			long[f.Name] = len(f.Name) > 1
			valued["--"+f.Name], valued["-"+f.Shorthand] = f.NoOptDefVal == "", f.NoOptDefVal == ""
		})
	}
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if dashes := arg[:len(arg)-len(strings.TrimLeft(arg, "-—–－﹣"))]; dashes != strings.Repeat("-", len(dashes)) {
			return usage(message.Of("write --%s", strings.TrimPrefix(arg, dashes)), "%s is no dash of a flag", dashes)
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(arg, "-"), "=")
		if len(arg) > 2 && arg[0] == '-' && arg[1] != '-' && long[name] {
			return usage(message.Of("did you mean --%s?", name), "%s stands with one dash", "-"+name)
		}
		if i+1 < len(args) && valued[arg] && strings.HasPrefix(args[i+1], "--") && long[args[i+1][2:]] {
			return message.Errorf("%s needs a value, and %s is a flag", arg, args[i+1])
		}
		flag, value, given := strings.Cut(arg, "=")
		if !given && i+1 < len(args) {
			value, given = args[i+1], true
		}
		if given && valued[flag] && strings.TrimSpace(value) == "" && !strings.HasPrefix(args[0], "__") {
			return usage(message.Of("give it one, or leave out the flag"), "the value of %s is empty", flag)
		}
	}
	return nil
}

// flagError says which flag was meant, or what its value is.
func flagError(cmd *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	if errors.As(err, &missing) {
		name := missing.GetSpecifiedName()
		if !cmd.HasParent() {
			return usage(message.Of("flags stand behind a command: charts render --out DIR"), "%s stands before any command", dashed(name))
		}
		hint := message.Of("charts %s --help lists its flags", cmd.Name())
		if starting := startingWith(name, flagNames(cmd)); len(name) == 1 && len(starting) > 0 {
			hint = message.Of("did you mean %s?", message.List(starting))
		} else if near := diag.Nearest(name, flagNames(cmd)); near != "" {
			hint = message.Of("did you mean --%s?", near)
		} else if word := spec.Word(name); !word.Empty() {
			hint = word
		}
		return usage(hint, "%s has no flag %s", cmd.Name(), dashed(name))
	}
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		flag := invalid.GetFlag()
		switch flag.Value.Type() {
		case "bool":
			return usage(message.Of("write --%s alone", flag.Name), "--%s takes no value, and %q was given", flag.Name, invalid.GetValue())
		case "int":
			return message.Errorf("--%s takes a whole number, and %q is none", flag.Name, invalid.GetValue())
		}
		return message.Errorf("--%s %q: %s", flag.Name, invalid.GetValue(), errors.Unwrap(invalid))
	}
	var alone *pflag.ValueRequiredError
	if errors.As(err, &alone) {
		return message.Errorf("%s needs a value", dashed(alone.GetSpecifiedName()))
	}
	return err
}

// startingWith are the flags of which some begin with a letter.
func startingWith(letter string, names []string) (flags []string) {
	for _, n := range names {
		if strings.HasPrefix(n, letter) {
			flags = append(flags, dashed(n))
		}
	}
	return flags
}

func flagNames(cmd *cobra.Command) (names []string) {
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
