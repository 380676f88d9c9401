package notation

import (
	"slices"
	"strings"
	"testing"
)

// Names of times have their order, whatever the form.
func TestChronology(t *testing.T) {
	for _, line := range []string{
		"2 Feb 2024|29 Feb 2024|1 Mar 2024", "Dec 25, 2023|January 3rd, 2024|Feb 11, 2024", "25.12.2023|03.01.2024|02.02.2024",
		"Q4 2021|Q1 2022|Q2 2022", "Mon|Tue|Wed|Thu|Fri|Sat|Sun", "Monday|Tuesday|Saturday|Sunday",
		"25/12/2023|03/01/2024|02/02/2024", "12/25/2023|01/03/2024|02/02/2024", // one number is above twelve
		"Nov-22|Dec-22|Jan-23|Feb-23", "Dec '22|Jan '23|Feb '23", "Jan-29|Jan-30|Jan-31|Feb-01",
		"09/2023|12/2023|1/2024", "11.2023|02.2024", "4Q22|1Q23|1Q2024", "Q4'22|Q1'23", "Fourth quarter 2022|First quarter 2023", "1st Quarter|2nd Quarter",
		"Spring 2023|Fall 2023|Spring 2024", "2023年春季|2023年秋季学期|2024年春", "春季|夏季|秋季|冬季", "Spring|Summer|Autumn|Winter", "H2 2022|H1 2023",
		"9 Jan|28 Jan|1 Feb|10 Oct", "28-Dec-23|3-Jan-24",
	} {
		names := strings.Split(line, "|")
		place, ok := Chronology(names)
		if !ok || !slices.IsSortedFunc(names, func(a, b string) int { return place[a] - place[b] }) {
			t.Errorf("%s: %v, %v", line, place, ok)
		}
	}
	for _, line := range []string{"", "学院", "2023|学院", "13/13/2023", "Feb-30|Mar-31|Apr", "Q101|Q102", "13/2023",
		"01/01/2024|01/02/2024|01/03/2024", // three months or three days
	} {
		if _, ok := Chronology(strings.Split(line, "|")); ok {
			t.Errorf("%q are times", line)
		}
	}
}
