package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"charts/internal/message"
)

// TestManualPages holds man/ to the commands. UPDATE_MAN=1 writes it anew.
func TestManualPages(t *testing.T) {
	for _, l := range []message.Language{message.English, message.Chinese} {
		h := headings[l]
		root := newRoot(streams{strings.NewReader(""), io.Discard, io.Discard, &voice{language: l}})
		root.InitDefaultHelpCmd()
		pages := map[string]string{"charts.1": rootPage(root, h)}
		for _, cmd := range documented(root) {
			pages["charts-"+cmd.Name()+".1"] = page(cmd, h)
		}
		holdPages(t, "../../man/"+h.folder, pages)
	}
}

// holdPages compares the pages of a folder with what they should be, or writes them.
func holdPages(t *testing.T, dir string, pages map[string]string) {
	t.Helper()
	have, _ := filepath.Glob(dir + "/*.1")
	if os.Getenv("UPDATE_MAN") != "" {
		for _, old := range have {
			os.Remove(old)
		}
		for name, text := range pages {
			write(t, filepath.Join(dir, name), []byte(text))
		}
		have, _ = filepath.Glob(dir + "/*.1")
	}
	if len(have) != len(pages) {
		t.Errorf("%s has %d pages; there are %d commands", dir, len(have), len(pages))
	}
	for name, want := range pages {
		if got, _ := os.ReadFile(filepath.Join(dir, name)); string(got) != want {
			t.Errorf("%s/%s is not what the command says; UPDATE_MAN=1 go test ./cmd/charts writes it", dir, name)
		}
	}
}

// A manHeads is how a manual page is headed in a language.
type manHeads struct {
	folder                                                                                       string // below man/
	name, synopsis, description, options, commands, status, ends, examples, see, option, command string
}

var headings = map[message.Language]manHeads{
	message.English: {"", "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXIT STATUS",
		"0 done, 1 findings, 2 the command could not do its work.", "EXAMPLES", "SEE ALSO", "option", "command"},
	message.Chinese: {"zh_CN", "名称", "用法", "说明", "选项", "命令", "退出状态",
		"0 完成，1 有发现，2 命令无法完成。", "示例", "参见", "选项", "命令"},
}

func documented(root *cobra.Command) (cmds []*cobra.Command) {
	for _, cmd := range root.Commands() {
		if !cmd.Hidden && cmd.Name() != "help" && cmd.Name() != "completion" {
			cmds = append(cmds, cmd)
		}
	}
	return cmds
}

func rootPage(root *cobra.Command, h manHeads) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH CHARTS 1\n.SH %s\ncharts \\- %s\n", h.name, roff(root.Short))
	fmt.Fprintf(&b, ".SH %s\n.B charts\n.I %s\n[\n.I %s\n\\&... ]\n.SH %s\n", h.synopsis, h.command, h.option, h.commands)
	for _, cmd := range documented(root) {
		fmt.Fprintf(&b, ".TP\n.BR charts-%s (1)\n%s\n", roff(cmd.Name()), roff(cmd.Short))
	}
	fmt.Fprintf(&b, ".SH %s\n%s\n.SH %s\n.nf\n%s\n.fi\n", h.status, h.ends, h.examples, roff(root.Example))
	return b.String()
}

func page(cmd *cobra.Command, h manHeads) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH CHARTS-%s 1\n.SH %s\ncharts-%s \\- %s\n", strings.ToUpper(cmd.Name()), h.name, roff(cmd.Name()), roff(cmd.Short))
	fmt.Fprintf(&b, ".SH %s\n.B charts %s\n", h.synopsis, roff(cmd.Use))
	if cmd.Long != "" {
		fmt.Fprintf(&b, ".SH %s\n%s\n", h.description, strings.ReplaceAll(roff(cmd.Long), "\n\n", "\n.PP\n"))
	}
	fmt.Fprintf(&b, ".SH %s\n", h.options)
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Name == "help" {
			return
		}
		name, usage := pflag.UnquoteUsage(f)
		short := ""
		if f.Shorthand != "" {
			short = "\\-" + f.Shorthand + ", "
		}
		fmt.Fprintf(&b, ".TP\n\\fB%s\\-\\-%s\\fR \\fI%s\\fR\n%s\n", short, roff(f.Name), roff(name), roff(usage))
	})
	fmt.Fprintf(&b, ".SH %s\n.nf\n%s\n.fi\n.SH %s\n.BR charts (1)\n", h.examples, roff(cmd.Example), h.see)
	return b.String()
}

// roff writes a text so that troff takes none of it for a request.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
