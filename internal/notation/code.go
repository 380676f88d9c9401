package notation

import "strings"

// Codes reports whether a column of this name holds codes: their digits name
// things, and are no amounts.
func Codes(column string) bool {
	s := Fold(column)
	for _, end := range []string{"编号", "代码", "编码", "学号", "工号", "证号", "文号", "批号", "账号", "号码", "邮编", "电话"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
