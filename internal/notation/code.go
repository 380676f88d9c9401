package notation

import (
	"slices"
	"strings"
)

// codes end the names of columns of them.
var codes = strings.Fields("编号 代码 编码 代号 学号 工号 证号 文号 批号 账号 卡号 项目号 合同号 课题号 专利号 号码 邮编 电话 手机")

// Codes reports whether a column of this name holds codes: their digits name
// things, and are no amounts.
func Codes(column string) bool {
	s := Fold(column)
	return slices.ContainsFunc(codes, func(end string) bool { return strings.HasSuffix(s, end) })
}
