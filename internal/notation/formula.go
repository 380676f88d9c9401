package notation

// Formulas are the signs that make a spreadsheet take a text for a formula when it
// begins with one. The page's program has the same list.
const Formulas = "=+-@\t\r\n"
