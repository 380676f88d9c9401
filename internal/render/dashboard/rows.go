package dashboard

// sixths is how much of a row a figure takes.
var sixths = map[Width]int{"": 3, Third: 2, Half: 3, Full: 6}

// shared are the figures by their places.
func shared(figures []Figure) (places [][]Figure) {
	for _, f := range figures {
		if last := len(places) - 1; f.Behind && last >= 0 {
			places[last] = append(places[last], f)
			continue
		}
		places = append(places, []Figure{f})
	}
	return places
}

// filled gives every place its width, so that no row of the page has a hole: a figure
// alone in its row takes all of it, two take half each.
func filled(places [][]Figure) [][]Figure {
	for start := 0; start < len(places); {
		end, used := start, 0
		for end < len(places) && used+sixths[places[end][0].Width] <= 6 {
			used += sixths[places[end][0].Width]
			end++
		}
		for _, place := range places[start:end] {
			for i := range place {
				switch end - start {
				case 1:
					place[i].Width = Full
				case 2:
					place[i].Width = Half
				}
			}
		}
		start = end
	}
	return places
}
