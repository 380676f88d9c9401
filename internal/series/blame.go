package series

import (
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
type span struct {
	from, to int
	end      int // of the call, when the piece is the name of a function
}

// show puts a problem at a piece of the SQL.
func (w wording) show(p *diag.Problem, s span) { p.Pos, p.Len = spec.Within(w.at, s.from, s.to) }

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
	theSign          // that cannot stand where it stands
	theEnd
)

// most is how many places of one name are asked for.
const most = 24

// find gives the piece that a message names. Where the name stands more than
// once, it is the first place whose change changes the message.
func find(q *question, w wording, c culprit, name, message string) span {
	var all []span
	st := parse(w.at.V)
	change := func(s span) bool {
		other := w
		other.at.V = w.at.V[:s.from] + "(SELECT NULL)" + w.at.V[s.end:]
		now, again := explained(complaint(q, other.query()))
		return now.at != theSign && again != name
	}
	switch c {
	case theEnd:
		return w.close()
	case theName, theCall:
		all = st.mentions(name, c == theCall)
	case theSign:
		all = st.signs(name)
		change = func(s span) bool { return complaint(q, w.before+w.at.V[:s.to]) == message }
	}
	for i, s := range all {
		if len(all) == 1 && c != theSign || i < most && change(s) {
			return s
		}
	}
	switch {
	case c == theSign:
		return w.close()
	case len(all) > 0:
		return all[0]
	}
	return w.all()
}

// complaint is what the engine says about a query without running it, or "".
func complaint(q *question, query string) string {
	if _, err := q.engine.query(q.ctx, "EXPLAIN "+query); err != nil {
		return plain(err)
	}
	return ""
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
		m := span{t.from, t.to, t.to}
		text := t.text
		if i >= 2 && s.all[i-1].is(".") {
			m.from, text = s.all[i-2].from, s.all[i-2].text+"."+text
		}
		if called {
			n, _ := call(s.all[i+1:])
			m.end = s.all[i+n].to
		}
		if strings.EqualFold(text, name) {
			found = append(found, m)
		}
	}
	return found
}

// signs are the places of a token as written.
func (s statement) signs(text string) []span {
	var found []span
	for _, t := range s.all {
		if s.sql[t.from:t.to] == text {
			found = append(found, span{t.from, t.to, t.to})
		}
	}
	return found
}
