package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"charts/internal/build"
	"charts/internal/message"
)

func newFind(s streams) *cobra.Command {
	var o build.Options
	var asJSON, quantities bool
	cmd := &cobra.Command{
		Use:   "find TEXT",
		Short: "Sentences, captions and cells that contain a text, with their lines",
		Long: `Finds a text in the reports, blind to blanks, line ends, page breaks and full or
half width. Ends with 1 when nothing was found.

With --quantities lists the numbers of the sentences that contain the text, or of
all sentences: each with its unit, the year that it speaks of, what it seems to
measure, and a sentence with a hole that reads it, for text: in a spec.`,
		Example: `  charts find "placement rate"
  charts find "own income" --json
  charts find --quantities income`,
		Args: arity{0, 1, "one text"}.check,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && !quantities {
				return usage(message.Of("charts find TEXT; charts find --quantities lists all numbers"), "find needs a text")
			}
			p, problems := build.LoadReports(o)
			if quantities {
				found, more := p.Quantities(cmd.Context(), strings.Join(args, ""))
				if err := tell(s, p, append(problems, more...)); err != nil {
					return err
				}
				return list(s, asJSON, found, s.quantityTable(found))
			}
			if err := tell(s, p, problems); err != nil {
				return err
			}
			hits := p.Find(args[0])
			if len(hits) == 0 {
				s.say(s.err, "charts: nothing in the reports contains %q", args[0])
			}
			return list(s, asJSON, hits, s.hitLines(hits))
		},
	}
	inputFlags(s, cmd.Flags(), &o)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.Flags().BoolVar(&quantities, "quantities", false, "the numbers of the sentences")
	return cmd
}

// list prints what was found, as JSON or as text.
func list[T any](s streams, asJSON bool, found []T, text string) error {
	if asJSON {
		printJSON(s.out, found)
	} else {
		fmt.Fprint(s.out, text)
	}
	if len(found) == 0 {
		return findings
	}
	return nil
}

func (v *voice) hitLines(hits []build.Hit) string {
	var b strings.Builder
	for _, h := range hits {
		if h.Place == "" {
			v.say(&b, "%s:%d: %s: %s", message.Data(h.Report), h.Line, h.Part(), message.Data(h.Text))
		} else {
			v.say(&b, "%s, %s: %s: %s", message.Data(h.Report), message.Place(h.Place), h.Part(), message.Data(h.Text))
		}
	}
	return b.String()
}

// quantityTable lays the numbers out for a terminal; a number without a pattern
// stands in a sentence that fits more than once.
func (v *voice) quantityTable(found []build.Quantity) string {
	head := v.word("line")
	if slices.ContainsFunc(found, func(q build.Quantity) bool { return q.Place != "" }) {
		head = v.word("place")
	}
	rows := [][]string{{head, v.word("number"), v.word("year"), v.word("measures"), v.word("section"), v.word("pattern")}}
	for _, q := range found {
		rows = append(rows, []string{cmp.Or(message.Place(q.Place).In(v.language), strconv.Itoa(q.Line)), strings.Join(strings.Fields(q.Text), " "), q.Year, q.Measure, q.Section, q.Pattern})
	}
	if len(rows) == 1 {
		return ""
	}
	return align(rows, []bool{true, true})
}
