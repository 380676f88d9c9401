package main

import (
	"io"
	"regexp"
	"strings"
	"testing"

	"charts/internal/message"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Nothing of the help is in English for those who read Chinese.
func TestHelpIsChinese(t *testing.T) {
	root := newRoot(streams{strings.NewReader(""), io.Discard, io.Discard, &voice{language: message.Chinese}})
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		texts := []string{cmd.Short, cmd.Long, cmd.Example}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) { texts = append(texts, f.Usage) })
		for _, text := range texts {
			if words := english.FindString(text); words != "" {
				t.Errorf("%s: English in its help: %q of %q", cmd.CommandPath(), words, text)
			}
		}
		for _, sub := range cmd.Commands() {
			if sub.Name() != "completion" {
				walk(sub)
			}
		}
	}
	walk(root)
}

// english are words that are no command, flag or name.
var english = regexp.MustCompile(`(?m)[a-z]+ (a|an|the|of|in|and|is|are|to|for|with|that) [a-z]+`)

// What a language is taken from.
func TestVoice(t *testing.T) {
	tests := []struct {
		args, env string
		want      message.Language
	}{
		{"render", "", "en"},
		{"render", "zh_CN.UTF-8", "zh-CN"},
		{"render", "de_DE.UTF-8", "en"},
		{"render --lang zh-CN", "", "zh-CN"},
		{"--lang=en render", "zh_CN.UTF-8", "en"},
		{"render --lang fr", "zh_CN.UTF-8", "zh-CN"}, // which is refused in Chinese
		{"render --lang", "", "en"},
	}
	for _, tt := range tests {
		t.Setenv("LANG", tt.env)
		if got := voiceOf(strings.Fields(tt.args)).language; got != tt.want {
			t.Errorf("%q with LANG=%s speaks %s; want %s", tt.args, tt.env, got, tt.want)
		}
	}
}
