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
)

// TestManualPages holds man/ to the commands. UPDATE_MAN=1 writes it anew.
func TestManualPages(t *testing.T) {
	const dir = "../../man"
	root := newRoot(streams{strings.NewReader(""), io.Discard, io.Discard, voiceOf(nil)})
	root.InitDefaultHelpCmd()
	pages := map[string]string{"charts.1": rootPage(root)}
	for _, cmd := range documented(root) {
		pages["charts-"+cmd.Name()+".1"] = page(cmd)
	}
	if os.Getenv("UPDATE_MAN") != "" {
		os.RemoveAll(dir)
		os.MkdirAll(dir, 0o755)
		for name, text := range pages {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	have, _ := filepath.Glob(dir + "/*")
	if len(have) != len(pages) {
		t.Errorf("man/ has %d pages; there are %d commands", len(have), len(pages))
	}
	for name, want := range pages {
		if got, _ := os.ReadFile(filepath.Join(dir, name)); string(got) != want {
			t.Errorf("man/%s is not what the command says; UPDATE_MAN=1 go test ./cmd/charts writes it", name)
		}
	}
}

func documented(root *cobra.Command) (cmds []*cobra.Command) {
	for _, cmd := range root.Commands() {
		if !cmd.Hidden && cmd.Name() != "help" && cmd.Name() != "completion" {
			cmds = append(cmds, cmd)
		}
	}
	return cmds
}

func rootPage(root *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH CHARTS 1\n.SH NAME\ncharts \\- %s\n", roff(root.Short))
	b.WriteString(".SH SYNOPSIS\n.B charts\n.I command\n[\n.I option\n\\&... ]\n.SH COMMANDS\n")
	for _, cmd := range documented(root) {
		fmt.Fprintf(&b, ".TP\n.BR charts-%s (1)\n%s\n", roff(cmd.Name()), roff(cmd.Short))
	}
	b.WriteString(".SH EXIT STATUS\n0 done, 1 findings, 2 the command could not do its work.\n")
	b.WriteString(".SH EXAMPLES\n.nf\n" + roff(root.Example) + "\n.fi\n")
	return b.String()
}

func page(cmd *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH CHARTS-%s 1\n.SH NAME\ncharts-%s \\- %s\n", strings.ToUpper(cmd.Name()), roff(cmd.Name()), roff(cmd.Short))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.B charts %s\n", roff(cmd.Use))
	if cmd.Long != "" {
		fmt.Fprintf(&b, ".SH DESCRIPTION\n%s\n", strings.ReplaceAll(roff(cmd.Long), "\n\n", "\n.PP\n"))
	}
	b.WriteString(".SH OPTIONS\n")
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
	b.WriteString(".SH EXAMPLES\n.nf\n" + roff(cmd.Example) + "\n.fi\n.SH SEE ALSO\n.BR charts (1)\n")
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
