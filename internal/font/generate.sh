#!/bin/sh
# Makes regular.ttf and bold.ttf: Noto Sans SC cut down to the characters that a
# Chinese report can hold, without hints (nothing here hints) and without the
# layout tables that nothing reads but kern.
#
# Needs the Debian packages npm, fonttools and unicode-data.
set -eu
cd "$(dirname "$0")"

package=@expo-google-fonts/noto-sans-sc@0.4.3
sha256=0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

tarball=$dir/$(npm pack --silent --pack-destination "$dir" "$package")
echo "$sha256  $tarball" | sha256sum --check --quiet
tar -xzf "$tarball" -C "$dir"

# 通用规范汉字表 (8,105 characters, kTGH) and GB 2312 (kGB0).
bzcat /usr/share/unicode/Unihan_OtherMappings.txt.bz2 |
	awk '$2 == "kTGH" || $2 == "kGB0" { print $1 }' | sort -u >"$dir/characters"

# Everything that is not 汉字, by block.
cat >>"$dir/characters" <<'END'
U+0020-017F # Latin with its marks, as pinyin needs them
U+01CD-01DC
U+02C6-02DC
U+0391-03C9 # Greek
U+0400-045F # Cyrillic
U+1E3F
U+2000-206F # general punctuation
U+2070-209F # superscripts and subscripts
U+20A0-20BF # currency
U+2100-214F # letterlike: ℃ № ™
U+2150-218F # fractions and Roman numerals
U+2190-21FF # arrows
U+2200-22FF # mathematical signs
U+2300-23FF
U+2460-24FF # circled digits
U+2500-25FF # box drawing, blocks and shapes
U+2605-2606 U+2640-2642
U+2713 U+2717
U+2E3A
U+3000-312F # punctuation, kana, 注音
U+3220-3243 U+3280-32B0 # ㈠ ㊀
U+3380-33DF # ㎡ ㎏
U+FE30-FE6F
U+FF00-FFEF # full-width forms
END

subset() {
	pyftsubset "$dir/package/$1" --unicodes-file="$dir/characters" --output-file="$2" \
		--no-hinting --desubroutinize --layout-features=kern \
		--name-IDs=0,1,2,3,4,5,6,13,14 \
		--drop-tables+=vhea,vmtx,VORG,GSUB,BASE
}
subset 400Regular/NotoSansSC_400Regular.ttf regular.ttf
subset 700Bold/NotoSansSC_700Bold.ttf bold.ttf
