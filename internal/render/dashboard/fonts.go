package dashboard

import (
	"encoding/base64"
	"fmt"
	"maps"
	"slices"
	"strings"

	"charts/internal/font"
)

// fontFaces are the author's fonts as rules of a style, each with those characters of a
// text that it draws, under the name by which all of the page calls its font.
func fontFaces(fonts font.Family, text string) string {
	chars := map[rune]bool{}
	for _, r := range text {
		chars[r] = true
	}
	var css strings.Builder
	told := map[*font.Face]bool{}
	for _, bold := range []bool{false, true} {
		var faces []*font.Face
		draws := map[*font.Face][]rune{}
		for _, r := range slices.Sorted(maps.Keys(chars)) {
			face := fonts.Face(r, bold)
			if draws[face] == nil {
				faces = append(faces, face)
			}
			draws[face] = append(draws[face], r)
		}
		for _, face := range faces {
			if !face.Embedded() && !told[face] {
				told[face] = true
				css.WriteString(fontFace(face, draws[face], bold))
			}
		}
	}
	return css.String()
}

// fontFace is the rule of one font.
func fontFace(face *font.Face, chars []rune, bold bool) string {
	weight := 400
	if bold {
		weight = 700
	}
	codes := make([]string, len(chars))
	for i, r := range chars {
		codes[i] = fmt.Sprintf("U+%X", r)
	}
	return fmt.Sprintf("@font-face{font-family:%q;font-weight:%d;src:url(data:font/woff;base64,%s)format(\"woff\");unicode-range:%s}\n",
		font.Embedded, weight, base64.StdEncoding.EncodeToString(face.WOFF(string(chars))), strings.Join(codes, ","))
}
