package series

import (
	"charts/internal/spec"
)

// Once gives the row of a sentence with holes that fits one place of a report and
// no other, without a doubt; else false. It is for those who try many.
func (s *Store) Once(name, text string) (Row, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := &question{Store: s}
	doc, ok := q.document(spec.At[string]{V: name})
	if !ok {
		return Row{}, false
	}
	pattern, wrong := parsePattern(text)
	if wrong != nil {
		return Row{}, false
	}
	found := pattern.places(q.passages(doc), 2)
	if len(found) != 1 || len(found[0].rows) != 1 || len(found[0].flaws) > 0 {
		return Row{}, false
	}
	return found[0].rows[0], true
}
