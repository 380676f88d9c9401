// Package font holds the embedded fonts: Noto Sans SC, Regular and Bold. It
// gives metrics to package chart, outlines to package render/plot and the files
// themselves to the PDF writer. A character that a font lacks is an error of the
// caller's input, never a blank.
package font
