package diag

import (
	"fmt"

	"charts/internal/message"
)

// A Fault is a panic that was stopped. It costs what was being made, not the run.
type Fault struct{ Value any }

func (f *Fault) Error() string { return f.text().String() }

// In is the fault in a language.
func (f *Fault) In(l message.Language) string { return f.text().In(l) }

func (f *Fault) text() message.Text {
	return message.Of("it made charts itself fail: %s", message.Data(fmt.Sprint(f.Value)))
}

// FaultHint is what a reader of a [Fault] can do.
var FaultHint = message.Of("this is a fault of charts; please report it with this file")

// Try runs f. A panic in it is the error.
func Try(f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &Fault{v}
		}
	}()
	return f()
}
