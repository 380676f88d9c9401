package diag

import "testing"

func TestPlain(t *testing.T) {
	tests := []struct{ text, want string }{
		{"升学 2469 → 2481", "升学 2469 → 2481"},
		{"a\nb\r\nc\td", "a b  c d"},
		{"\x1b[31m\x07x\x7f\u0085\u009b", " [31m x   "},
		{"甲\u202e乙\u2066丙\u200f\u061c丁\u2028戊", "甲 乙 丙  丁 戊"},
		{"::set-output name=x::y", ":\u200a:set-output name=x::y"},
		{"\n  ::error::x", ":\u200a:error::x"},
		{"out/a.png: ::error::x", "out/a.png: ::error::x"}, // in the middle it is no command
		{"x ##[error]y ##vso[task.complete]", "x #\u200a#[error]y #\u200a#vso[task.complete]"},
	}
	for _, tt := range tests {
		if got := Plain(tt.text); got != tt.want {
			t.Errorf("Plain(%q) = %q; want %q", tt.text, got, tt.want)
		}
	}
}
