package draft

import (
	"cmp"
	"strconv"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/spec"
)

// schema is the file that tells editors the words of the specs.
const schema = "charts.schema.json"

// Files are the specs of a set, with what editors need to check them. paths are
// those of the report from the folder that holds the folder of the specs; without
// them there is no file of the project, and the report has to be named at each run.
func (src Source) Files(set Set, paths ...string) []File {
	files := []File{{schema, spec.Schema(message.Language(src.language()))}}
	if len(paths) > 0 {
		files = append(files, File{"charts.yaml", src.config(paths)})
	}
	for _, f := range set.Figures {
		files = append(files, checked(f.File))
	}
	return append(files, checked(set.Dashboard))
}

// checked is a spec below a folder of the specs, with the line that tells editors
// where the schema is.
func checked(f File) File {
	f.Source = append([]byte("# yaml-language-server: $schema=../"+schema+"\n"), f.Source...)
	return f
}

// config is the file of the project.
func (src Source) config(paths []string) []byte {
	var b strings.Builder
	path := strconv.Quote(paths[0])
	for i := 1; i < len(paths); i++ {
		path += ", " + strconv.Quote(paths[i])
	}
	if len(paths) > 1 {
		path = "[" + path + "]"
	}
	b.WriteString("reports:\n")
	if year := src.year(); year != "" {
		b.WriteString("  " + year + ": " + path + "\n")
	} else {
		b.WriteString("  - " + path + "\n")
	}
	b.WriteString("language: " + src.language() + "\n")
	return []byte(b.String())
}

// year is that of the report, or "".
func (src Source) year() string {
	for _, text := range []string{src.Doc.Name, src.Doc.Title, src.Doc.Path} {
		if y := notation.FindYear(text); y != "" {
			return y
		}
	}
	return ""
}

// language is the one that was asked for, else that of the report.
func (src Source) language() string { return string(cmp.Or(src.Language, src.Doc.Language())) }
