package dashboard

// sixths is how much of a row a figure takes.
var sixths = map[Width]int{"": 3, Third: 2, Half: 3, Full: 6}

// filled gives every figure its width, so that no row of the page has a hole:
// a figure alone in its row takes all of it, two take half each.
func filled(figures []Figure) []Figure {
	out := make([]Figure, len(figures))
	copy(out, figures)
	for start := 0; start < len(out); {
		end, used := start, 0
		for end < len(out) && used+sixths[out[end].Width] <= 6 {
			used += sixths[out[end].Width]
			end++
		}
		for i := start; i < end; i++ {
			switch end - start {
			case 1:
				out[i].Width = Full
			case 2:
				out[i].Width = Half
			}
		}
		start = end
	}
	return out
}
