package audit

import "slices"

// An Entry accepts a finding as long as its numbers are those.
type Entry struct {
	ID     string
	Values []string // as printed
	Acceptance
}

// Accept marks the findings that entries accept. It returns the entries that no
// finding needs: where changed, because a number is another now, else because
// there is no such finding any more.
func Accept(found []Finding, entries []Entry) (unused []Unused) {
	for i, e := range entries {
		k := slices.IndexFunc(found, func(f Finding) bool { return f.ID == e.ID })
		switch {
		case k < 0:
			unused = append(unused, Unused{i, false})
		case !slices.Equal(found[k].Values, e.Values):
			unused = append(unused, Unused{i, true})
		default:
			found[k].Accepted = &entries[i].Acceptance
		}
	}
	return unused
}

// An Unused is an entry, by its index, that accepts nothing.
type Unused struct {
	Entry   int
	Changed bool // its finding has other numbers now
}
