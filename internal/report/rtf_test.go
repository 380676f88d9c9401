package report

import "testing"

// Characters are those of their font, by its charset, or of the code page of the file.
func TestRichTextCharacters(t *testing.T) {
	for _, tt := range []struct{ head, text, want string }{
		{`{\rtf1{\fonttbl{\f0\fcharset77 a;}}\f0`, `\'8a`, "ä"},
		{`{\rtf1{\fonttbl{\f0\fcharset128 a;}}\f0`, `\'82\'a0`, "あ"},
		{`{\rtf1{\fonttbl{\f0\fcharset129 a;}}\f0`, `\'b0\'a1`, "가"},
		{`{\rtf1{\fonttbl{\f0\fcharset134 a;}}\f0`, `\'b0\'a1`, "啊"},
		{`{\rtf1{\fonttbl{\f0\fcharset136 a;}}\f0`, `\'a4\'40`, "一"},
		{`{\rtf1{\fonttbl{\f0\fcharset161 a;}}\f0`, `\'f0`, "π"},
		{`{\rtf1{\fonttbl{\f0\fcharset162 a;}}\f0`, `\'f0`, "ğ"},
		{`{\rtf1{\fonttbl{\f0\fcharset163 a;}}\f0`, `\'d5`, "Ơ"},
		{`{\rtf1{\fonttbl{\f0\fcharset177 a;}}\f0`, `\'e0`, "א"},
		{`{\rtf1{\fonttbl{\f0\fcharset178 a;}}\f0`, `\'c7`, "ا"},
		{`{\rtf1{\fonttbl{\f0\fcharset186 a;}}\f0`, `\'e0`, "ą"},
		{`{\rtf1{\fonttbl{\f0\fcharset204 a;}}\f0`, `\'ff`, "я"},
		{`{\rtf1{\fonttbl{\f0\fcharset222 a;}}\f0`, `\'a1`, "ก"},
		{`{\rtf1{\fonttbl{\f0\fcharset238 a;}}\f0`, `\'f8`, "ř"},
		{`{\rtf1\ansicpg932`, `\'82\'a0`, "あ"},
		{`{\rtf1\ansicpg936`, `\'b0\'a1`, "啊"},
		{`{\rtf1\ansicpg949`, `\'b0\'a1`, "가"},
		{`{\rtf1\ansicpg950`, `\'a4\'40`, "一"},
		{`{\rtf1\ansicpg1251`, `\'ff`, "я"},
		{`{\rtf1\ansicpg54936`, `\'81\'30\'81\'30`, "\u0080"},
		{`{\rtf1\ansicpg65001`, `\'e5\'95\'8a`, "啊"},
	} {
		doc, problems := Parse("", "r.rtf", []byte(tt.head+`\trowd\cellx900\cellx1800\intbl a\cell b\cell\row\trowd\cellx900\cellx1800\intbl x`+tt.text+`y\cell 1\cell\row\pard\par}`))
		if got, want := firstGrid(doc), "a,b: x"+tt.want+"y,1"; got != want || len(problems) > 0 {
			t.Errorf("%s %s: %q %v, want %q", tt.head, tt.text, got, problems, want)
		}
	}
}
