package dashboard

import "html/template"

// An about is a text for the reader who asks what a figure or a number means.
type about struct {
	Text   template.HTML
	Source string // the source line of a card
	Label  string // of what opens it
}

func aboutOf(src, source, title string, w words) (about, error) {
	text, err := markdown(src)
	return about{text, source, w.Page["about"] + " " + title}, err
}
