package format

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"iter"

	"charts/internal/meter"
)

// A node is an element of an XML tree, its name without the prefix. Its text is
// the text directly in it.
type node struct {
	name  string
	attrs []xml.Attr
	kids  []*node
	text  string
}

// An element is a node that is still open, and its text so far.
type element struct {
	*node
	text []byte
}

// parseXML reads a tree. It knows no entities of its own, and refuses files
// that define some.
func parseXML(src []byte, m *meter.Meter) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(src))
	root := &node{}
	open := []element{{node: root}}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, damaged(nil)
		}
		top := &open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			m.Times(1+len(token.Attr), nodeCost)
			if len(open) > maxNesting {
				return nil, tooDeep()
			}
			n := &node{name: token.Name.Local, attrs: token.Attr}
			top.kids = append(top.kids, n)
			open = append(open, element{node: n})
		case xml.EndElement:
			top.node.text = string(top.text)
			open = open[:len(open)-1]
		case xml.CharData:
			top.text = append(top.text, token...)
		case xml.Directive:
			return nil, entities()
		}
	}
}

// attr returns the value of an attribute by its name without the prefix.
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// find goes down the path of first children; an empty node stands for one that
// is not there.
func (n *node) find(path ...string) *node {
	for _, name := range path {
		n = n.child(name)
	}
	return n
}

func (n *node) child(name string) *node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return &node{}
}

// has reports whether a switch such as w:vanish is on.
func (n *node) has(name string) bool {
	k := n.child(name)
	v := k.attr("val")
	return k.name != "" && v != "0" && v != "false" && v != "off"
}

// on reports whether a switch among the attributes is on.
func (n *node) on(name string) bool {
	v := n.attr(name)
	return v == "1" || v == "true"
}

// all yields the nodes of one name under n, but none inside another of them.
func (n *node) all(name string) iter.Seq[*node] {
	return func(yield func(*node) bool) { n.each(name, yield) }
}

// holds reports whether a node of a name is under n.
func (n *node) holds(name string) bool {
	for range n.all(name) {
		return true
	}
	return false
}

func (n *node) each(name string, yield func(*node) bool) bool {
	for _, k := range n.kids {
		if k.name == name && !yield(k) || k.name != name && !k.each(name, yield) {
			return false
		}
	}
	return true
}
