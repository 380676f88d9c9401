package series

import (
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/spec"
)

// A wording is SQL as the author wrote it, between what the store puts around it.
type wording struct {
	at            spec.At[string]
	before, after string
}

func (w wording) query() string { return w.before + realDivision(w.at.V) + w.after }

// A span is a piece of the author's SQL, in bytes.
type span struct{ from, to int }

// show puts a problem at a piece of the SQL.
func (w wording) show(p *diag.Problem, s span) { p.Pos = spec.Within(w.at, s.from, s.to) }

// all is the whole of the SQL, and close the place where it ends.
func (w wording) all() span {
	text := strings.TrimSpace(w.at.V)
	from := strings.Index(w.at.V, text)
	return span{from: from, to: from + len(text)}
}

func (w wording) close() span { return span{from: len(w.at.V), to: len(w.at.V)} }

// A culprit says what piece of SQL a message of the engine is about.
type culprit uint8

const (
	theWhole culprit = iota
	theName          // of a table or column
	theCall          // of a function
	theSign          // that cannot be where it is
	theEnd
)

// find gives the piece that a message names: the token at which the engine stopped
// or, where it does not say, the first place of the name.
func find(q *question, w wording, c culprit, name string) span {
	st := parse(w.at.V)
	stopped := q.engine.stoppedAt(q.ctx, w.before+w.at.V+w.after) - len(w.before)
	i := slices.IndexFunc(st.all, func(t token) bool { return t.from == stopped })
	switch all := st.mentions(name, c == theCall); {
	case c == theEnd, c == theSign && i < 0:
		return w.close()
	case c == theSign:
		return span{st.all[i].from, st.all[i].to}
	case c == theWhole || len(all) == 0:
		return w.all()
	default:
		return all[max(0, slices.IndexFunc(all, func(s span) bool { return s.from == stopped }))]
	}
}

// mentions are the places of a name, of functions or of all else. A name with a
// point is also looked for as two.
func (s statement) mentions(name string, calls bool) []span {
	var found []span
	for i, t := range s.all {
		called := i+1 < len(s.all) && s.all[i+1].is("(")
		if !isName(t) || called != calls {
			continue
		}
		m := span{t.from, t.to}
		text := t.text
		if i >= 2 && s.all[i-1].is(".") {
			m.from, text = s.all[i-2].from, s.all[i-2].text+"."+text
		}
		if strings.EqualFold(text, name) {
			found = append(found, m)
		}
	}
	return found
}
