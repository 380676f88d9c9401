package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"charts/internal/build"
	"charts/internal/spec"
)

// complete lets shells complete the words that commands and flags take: ids, tables,
// kinds and formats.
func complete(root *cobra.Command) {
	for _, cmd := range append(root.Commands(), root) {
		each := func(f *pflag.Flag) {
			if words := wordsOf(f); words != nil {
				cmd.RegisterFlagCompletionFunc(f.Name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)) // it has none yet
			}
		}
		cmd.LocalNonPersistentFlags().VisitAll(each)
		cmd.PersistentFlags().VisitAll(each)
		switch cmd.Name() {
		case "render", "data":
			cmd.ValidArgsFunction = completeIDs
		case "check":
			cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
				ids, _ := completeIDs(cmd, args, "")
				return ids, cobra.ShellCompDirectiveDefault // a document is a file
			}
		case "insert":
			cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
				if len(args) == 0 {
					return []string{"docx"}, cobra.ShellCompDirectiveFilterFileExt
				}
				return completeIDs(cmd, args, "")
			}
		case "tables", "new":
			cmd.ValidArgsFunction = completeTables
		}
	}
}

// wordsOf are what a flag can be, or nil.
func wordsOf(f *pflag.Flag) []string {
	switch value := f.Value.(type) {
	case choice:
		return value.words
	case tongue:
		return value.words
	case *formats:
		return formatNames()
	}
	if f.Name != "kind" {
		return nil
	}
	var names []string
	for _, k := range spec.Kinds {
		names = append(names, k.Name)
	}
	return names
}

func completeIDs(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	specs, _ := cmd.Flags().GetString("specs") // all of these commands have it
	return build.IDs(specs), cobra.ShellCompDirectiveNoFileComp
}

func completeTables(cmd *cobra.Command, args []string, _ string) (names []string, _ cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var o build.Options
	o.Specs, _ = cmd.Flags().GetString("specs")
	if given, ok := cmd.Flags().Lookup("report").Value.(*reports); ok {
		o.Reports = *given
	}
	p, _ := build.LoadReports(o)
	for _, doc := range p.Documents {
		for _, t := range doc.Tables {
			names = append(names, t.ID+"\t"+t.Title)
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
