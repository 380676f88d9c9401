package dashboard

import "html/template"

// An about is a text for the reader who asks what a figure or a number means.
type about struct {
	Text  template.HTML
	Label string // of what opens it
}

func aboutOf(src, title string, w words) (about, error) {
	if src == "" {
		return about{}, nil
	}
	text, err := markdown(src)
	return about{text, w.Page["about"] + " " + title}, err
}
