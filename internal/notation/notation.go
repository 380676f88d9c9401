// Package notation holds what the trade knows about a printed text without knowing
// the table around it: whether a cell has no value, which row adds up others,
// what names a year, and when two texts are the same.
//
// Every other package asks here, so that the same text means the same in all of
// them.
package notation
