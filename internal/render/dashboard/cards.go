package dashboard

// cardRows are the cards of a page or of a section, in rows.
type cardRows []cardView

func cardsOf(cards []Card, w words) (cardRows, error) {
	var rows cardRows
	for _, c := range cards {
		v, err := cardOf(c, w)
		if err != nil {
			return nil, err
		}
		rows = append(rows, v)
	}
	return rows, nil
}

// Columns is how many cards stand in a row on a wide screen, so that the rows are
// full where they can be.
func (cards cardRows) Columns() int {
	n := len(cards)
	switch {
	case n <= 6:
		return n
	case n%3 == 0 && n%4 != 0:
		return 3
	}
	return 4
}
