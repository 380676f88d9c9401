package main

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"charts/internal/build"
	"charts/internal/message"
)

// split takes the Word documents out of the arguments of check.
func split(args []string) (ids, documents []string) {
	for _, a := range args {
		if strings.EqualFold(filepath.Ext(a), ".docx") {
			documents = append(documents, a)
		} else {
			ids = append(ids, a)
		}
	}
	return ids, documents
}

// checkWord says of the pictures and numbers of Word documents which are current.
func checkWord(cmd *cobra.Command, s streams, o build.Options, documents []string, format string, comments bool) error {
	whole := o
	whole.IDs = nil // the documents say which figures they hold
	p, problems := build.Load(whole)
	if !p.Ready() {
		return tell(s, p, problems)
	}
	all := []build.WordPicture{}
	for i, path := range documents {
		pictures, more := build.CheckWord(cmd.Context(), p, o, path)
		all = append(all, pictures...)
		if i == 0 || more.HasErrors() {
			problems = append(problems, more...)
		}
		if comments && !more.HasErrors() {
			made, more := build.CommentWord(path, pictures, s.language)
			if err := sayCommented(s, p, made, more); err != nil {
				return err
			}
		}
	}
	for i := range all {
		all[i] = all[i].Said(s.language)
	}
	v := verdict{stale: []build.Stale{}, problems: problems}
	for _, w := range all {
		if stale, ok := w.Finding(); ok {
			v.stale = append(v.stale, stale)
		} else {
			v.fresh = append(v.fresh, message.Data(stale.Path))
		}
	}
	switch format {
	case "text":
		for _, w := range all {
			s.say(s.out, "%s", w.Text())
		}
	case "json":
		printJSON(s.out, all)
	default:
		printVerdict(s, format, v)
	}
	if err := tell(s, p, problems); err != nil {
		return err
	}
	if len(v.stale) > 0 {
		return findings
	}
	return nil
}
