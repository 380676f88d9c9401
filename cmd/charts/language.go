package main

import (
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"charts/internal/build"
	"charts/internal/diag"
	"charts/internal/message"
)

// A voice is the language in which the command speaks: that of --lang, else of the
// project, else of the environment.
type voice struct {
	language message.Language
	given    bool // by --lang
	spoken   bool // by the environment
}

const langFlag = "lang"

var languages = []string{string(message.English), string(message.Chinese)}

// voiceOf is known before the command line is read, which may be wrong.
func voiceOf(args []string) *voice {
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--"+langFlag+"=")
		if arg == "--"+langFlag && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if l, known := languageOf(value); ok && known {
			return &voice{language: l, given: true}
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			l, _ := languageOf(value)
			return &voice{language: l, spoken: true}
		}
	}
	return &voice{language: message.English}
}

// languageOf is the language of a tag, as zh, zh_CN.UTF-8 or en-GB; else English.
func languageOf(tag string) (l message.Language, known bool) {
	switch primary, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-"); primary {
	case "zh", "cn", "chinese", "中文":
		return message.Chinese, true
	case "en", "english":
		return message.English, true
	}
	return message.English, false
}

// A tongue is the value of --lang.
type tongue struct{ choice }

func (t tongue) Set(s string) error {
	if l, known := languageOf(s); known {
		s = string(l)
	}
	return t.choice.Set(s)
}

// follow takes the language of the project that a command is about.
func (v *voice) follow(cmd *cobra.Command, _ []string) {
	folder := "specs"
	if specs := cmd.Flags().Lookup("specs"); specs != nil {
		folder = specs.Value.String()
	}
	v.followFolder(folder)
}

func (v *voice) followFolder(specs string) {
	if l := build.LanguageOf(specs); l != "" && !v.given {
		v.language = l
	}
}

// say prints one line in the language of the command.
func (v *voice) say(w io.Writer, format message.Format, args ...any) {
	diag.PrintLine(w, "%s", message.Of(format, args...).In(v.language))
}

// word is a heading or another short text in the language of the command.
func (v *voice) word(f message.Format) string { return f.In(v.language) }

// help puts the help of a command and of those below it into the language.
func (v *voice) help(cmd *cobra.Command) {
	cmd.Use = synopsis(cmd.Use).In(v.language)
	cmd.Short, cmd.Long, cmd.Example = v.helpText(cmd.Short), v.helpText(cmd.Long), v.helpText(cmd.Example)
	cmd.InitDefaultHelpFlag()
	each := func(f *pflag.Flag) {
		f.Usage = v.helpText(f.Usage)
		if word := f.Value.Type(); v.language == message.Chinese && f.DefValue != "" && word != "bool" && word != "int" {
			f.Usage, f.DefValue = message.Of("%s (default: %s)", message.Data(f.Usage), f.DefValue).In(v.language), ""
		}
	}
	cmd.Flags().Lookup("help").Usage = message.Of("help for %s", cmd.Name()).In(v.language)
	cmd.Flags().VisitAll(each)
	cmd.PersistentFlags().VisitAll(each)
	for _, sub := range cmd.Commands() {
		v.help(sub)
	}
	if v.language == message.Chinese {
		cmd.DisableFlagsInUseLine = true
		cobra.AddTemplateFunc("alignFlags", alignFlags)
		cmd.SetUsageTemplate(chineseHeadings.Replace(cmd.UsageTemplate()))
	}
}

func (v *voice) helpText(s string) string {
	return v.word(message.Format(strings.ReplaceAll(s, "%", "%%")))
}

// alignFlags puts the meanings of flags under one another, where Chinese takes two columns.
func alignFlags(usages string) string {
	var flags, meanings []string
	widest := 0
	for line := range strings.Lines(usages) {
		flag := strings.TrimLeft(line, " ")
		indent := line[:len(line)-len(flag)]
		flag, meaning, _ := strings.Cut(flag, "   ")
		flags, meanings = append(flags, indent+flag), append(meanings, strings.TrimSpace(meaning))
		widest = max(widest, diag.Columns(indent+flag))
	}
	for i, meaning := range meanings {
		flags[i] += strings.Repeat(" ", widest-diag.Columns(flags[i])+3) + meaning
	}
	return strings.Join(flags, "\n")
}

// chineseHeadings are those of cobra's template.
var chineseHeadings = strings.NewReplacer(
	"Usage:", "用法：", "Aliases:", "别名：", "Examples:", "示例：", "Available Commands:", "命令：", "Additional Commands:", "其他命令：",
	"Global Flags:", "通用选项：", "Flags:", "选项：", "Additional help topics:", "其他帮助：", "{{.UseLine}}", "{{.UseLine}} [选项]", "[command]", "命令",
	`Use "{{.CommandPath}} 命令 --help" for more information about a command.`, `用“{{.CommandPath}} 命令 --help”查看某个命令的帮助。`,
	`Use "{{.CommandPath}} [command] --help" for more information about a command.`, `用“{{.CommandPath}} 命令 --help”查看某个命令的帮助。`,
	".FlagUsages", ".FlagUsages | alignFlags",
)
