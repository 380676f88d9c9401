// Package ballast holds memory that nothing touches, so that it is none. It counts
// for the collector of garbage, which without it runs at every few MB of a small
// heap.
//
// The package imports nothing, so that it is made before all that fill the heap:
// memory that was in use before is cleared by the runtime, page by page.
package ballast

// Weight is the memory.
var Weight = make([]byte, 32<<20)
