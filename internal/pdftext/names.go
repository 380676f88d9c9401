package pdftext

import (
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// codePages are the encodings that a font names, from 0x80 on.
var codePages = map[string]*charmap.Charmap{"WinAnsiEncoding": charmap.Windows1252, "MacRomanEncoding": charmap.Macintosh}

// glyphNames are the names of characters; letters name themselves.
var glyphNames = map[string]string{
	"space": " ", "nbspace": " ", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
	"eight": "8", "nine": "9", "period": ".", "comma": ",", "percent": "%", "hyphen": "-", "minus": "−", "plus": "+",
	"parenleft": "(", "parenright": ")", "slash": "/", "colon": ":", "semicolon": ";", "underscore": "_", "asterisk": "*",
	"exclam": "!", "quotedbl": "\"", "numbersign": "#", "dollar": "$", "ampersand": "&", "quotesingle": "'", "less": "<", "equal": "=",
	"greater": ">", "question": "?", "at": "@", "bracketleft": "[", "backslash": "\\", "bracketright": "]", "braceleft": "{", "bar": "|",
	"braceright": "}", "endash": "–", "emdash": "—", "quoteleft": "‘", "quoteright": "’", "quotedblleft": "“", "quotedblright": "”",
	"bullet": "•", "ellipsis": "…", "dagger": "†", "daggerdbl": "‡", "section": "§", "paragraph": "¶", "degree": "°", "plusminus": "±",
	"multiply": "×", "divide": "÷", "mu": "µ", "periodcentered": "·", "onesuperior": "¹", "twosuperior": "²", "threesuperior": "³",
	"Euro": "€", "sterling": "£", "yen": "¥", "cent": "¢", "copyright": "©", "registered": "®", "trademark": "™", "perthousand": "‰",
	"fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl", "germandbls": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
	"oslash": "ø", "Oslash": "Ø", "lslash": "ł", "Lslash": "Ł", "dotlessi": "ı", "lessequal": "≤", "greaterequal": "≥",
}

// accents are the ends of the names of letters that carry one.
var accents = map[string]string{
	"grave": "\u0300", "acute": "\u0301", "circumflex": "\u0302", "tilde": "\u0303", "macron": "\u0304", "dieresis": "\u0308",
	"ring": "\u030a", "caron": "\u030c", "cedilla": "\u0327", "ogonek": "\u0328",
}

func glyphText(name string) string {
	if s, ok := glyphNames[name]; ok {
		return s
	}
	if len(name) == 1 {
		return name
	}
	if len(name) > 1 {
		if accent, ok := accents[name[1:]]; ok {
			return norm.NFC.String(name[:1] + accent)
		}
	}
	digits, ok := strings.CutPrefix(name, "uni")
	if v, err := strconv.ParseUint(digits, 16, 16); ok && err == nil && len(digits) == 4 {
		return string(rune(v))
	}
	return ""
}
