package diag

import "fmt"

// A Fault is a panic that was stopped. It costs what was being made, not the run.
type Fault struct{ Value any }

func (f *Fault) Error() string { return fmt.Sprintf("it made charts itself fail: %v", f.Value) }

// FaultHint is what a reader of a [Fault] can do.
const FaultHint = "this is a fault of charts; please report it with this file"

// Try runs f. A panic in it is the error.
func Try(f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &Fault{v}
		}
	}()
	return f()
}
