package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"charts/internal/build"
	"charts/internal/diag"
	"charts/internal/draft"
	"charts/internal/message"
)

// newOptions are the flags of new beside those of every command.
type newOptions struct {
	text, all, kind string
	write           bool
}

// folderOfAll is where --all writes when it names no folder.
const folderOfAll = "specs"

func newNew(s streams) *cobra.Command {
	var o build.Options
	var n newOptions
	cmd := &cobra.Command{
		Use:   "new TABLE | --text SENTENCE | --all [DIR]",
		Short: "Draft a first spec for a table, a sentence or a whole report",
		Long: `Drafts specs that can be drawn as they are, for you to change. For a table it
prints a few figures that fit its shape, the best first, each after a comment
with the name of its file. For a sentence it prints the sentence with holes in
place of the numbers. Where the data surely say something, the title says it, its
numbers by their names, and what the table is called stands under it.

With --all it makes a project of a report: figures, a dashboard with what such
reports lead with, and the file that names the report, in a new folder, specs if you
do not name one. Where the report has a picture of that title, the figure takes its
number, so that charts insert can put it there. Without --report it takes the one
report of the folder.

Nothing is ever overwritten. Ends with 2 when nothing sensible can be drafted.`,
		Example: `  charts new 'Table 6'
  charts new 'Appendix/Table 4' --kind donut --write
  charts new --text '87% are local, 13% from elsewhere'
  charts new --all
  charts new --all specs-2024 --report 2024.txt`,
		Args: func(_ *cobra.Command, args []string) error { return n.check(args) },
		RunE: func(cmd *cobra.Command, args []string) error {
			if n.all != "" {
				return newAll(cmd, s, o, n.all)
			}
			p, problems := build.LoadReports(o)
			if len(p.Documents) == 0 {
				return tell(s, p, problems)
			}
			var proposals []draft.Proposal
			var more diag.List
			if n.text != "" {
				proposals, more = p.ProposeSentence(cmd.Context(), n.text)
			} else {
				proposals, more = p.Propose(cmd.Context(), args[0])
			}
			proposals, err := ofKind(proposals, n.kind)
			if err != nil {
				return err
			}
			return offer(s, p, proposals, append(problems, more...), o.Specs, n.write)
		},
	}
	f := cmd.Flags()
	inputFlags(s, f, &o)
	f.StringVar(&n.text, "text", "", "draft from a `sentence` of the report")
	f.StringVar(&n.all, "all", "", "draft a set for the whole report into a `folder`")
	f.Lookup("all").NoOptDefVal = folderOfAll
	f.StringVar(&n.kind, "kind", "", "only figures of this `kind`, such as bar")
	f.BoolVar(&n.write, "write", false, "write into the folder of the specs, instead of printing")
	return cmd
}

// check wants exactly one thing to draft from.
func (n *newOptions) check(args []string) error {
	if n.all == folderOfAll && len(args) == 1 { // the word behind --all
		n.all, args = args[0], nil
	}
	given := len(args)
	for _, set := range []bool{n.text != "", n.all != ""} {
		if set {
			given++
		}
	}
	if len(args) > 1 && given == len(args) {
		return usage(message.Of("charts new '%s'", strings.Join(args, " ")), "a name with blanks stands in quotes")
	}
	if given != 1 {
		return message.Errorf("give one of: a table, --text SENTENCE, --all [DIR]")
	}
	if n.all != "" && (n.kind != "" || n.write) {
		return message.Errorf("--all writes a whole set; it takes neither --kind nor --write")
	}
	return nil
}

// ofKind keeps the proposals of a kind.
func ofKind(all []draft.Proposal, kind string) ([]draft.Proposal, error) {
	if kind == "" || len(all) == 0 {
		return all, nil
	}
	var kept []draft.Proposal
	var kinds []string
	for _, p := range all {
		kinds = append(kinds, p.Figure.Chart.V)
		if p.Figure.Chart.V == kind {
			kept = append(kept, p)
		}
	}
	if len(kept) == 0 {
		return nil, message.Errorf("no proposal is a %s; there is %s", kind, message.List(kinds))
	}
	return kept, nil
}

// offer prints the proposals, or writes them.
func offer(s streams, p *build.Project, proposals []draft.Proposal, problems diag.List, specs string, write bool) error {
	if write && len(proposals) > 0 {
		written, more := build.WriteSpecs(specs, filesOf(proposals))
		printLines(s, written)
		return tell(s, p, append(problems, more...))
	}
	for i, proposal := range proposals {
		if i > 0 {
			fmt.Fprintln(s.out)
		}
		fmt.Fprintf(s.out, "# %s\n%s", filepath.ToSlash(filepath.Join(specs, proposal.Path)), proposal.Source)
	}
	return tell(s, p, problems)
}

// newAll makes a project of a report: writes the set for it.
func newAll(cmd *cobra.Command, s streams, o build.Options, dir string) error {
	var problems diag.List
	if len(o.Reports) == 0 {
		o.Reports, problems = build.Discover(o)
	}
	if problems.HasErrors() {
		return tell(s, &build.Project{}, problems)
	}
	p, problems := build.LoadReports(o)
	if len(p.Documents) == 0 {
		return tell(s, p, problems)
	}
	set, more := p.ProposeAll(cmd.Context())
	if problems = append(problems, more...); problems.HasErrors() {
		return tell(s, p, problems)
	}
	var lang message.Language
	if s.given {
		lang = s.language
	}
	files, named := p.SetFiles(set, dir, lang)
	written, more := build.WriteSpecs(dir, files)
	if !s.spoken {
		s.followFolder(dir)
	}
	printLines(s, written)
	for _, k := range set.Skipped {
		s.say(s.err, "charts: no figure for %s (%s): %s", strings.TrimSpace(k.Table.ID+" "+k.Table.Title), p.Documents[0].Where(k.Table.Line), k.Reason)
	}
	if err := tell(s, p, append(problems, more...)); err != nil {
		return err
	}
	draw := "charts render"
	if filepath.Clean(dir) != "specs" {
		draw += " --specs " + dir
	}
	if !named {
		for _, file := range p.Documents[0].Files() {
			draw += " --report " + strings.TrimPrefix(file.Name+"="+file.Path, "=")
		}
	}
	s.say(s.err, "charts: %d written; draw them with %s", len(written), draw)
	return nil
}

func filesOf(proposals []draft.Proposal) []draft.File {
	var files []draft.File
	for _, p := range proposals {
		files = append(files, p.File)
	}
	return files
}

func printLines(s streams, lines []string) {
	for _, l := range lines {
		diag.PrintLine(s.out, "%s", filepath.ToSlash(l))
	}
}
