package script_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/notation"
	"charts/internal/render/pagetest"
)

// The page guards its tables against the same signs as the files of the command.
func TestFormulasAreOneList(t *testing.T) {
	src, err := os.ReadFile("sheet.js")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^const formulas = '(.*)';$`).FindSubmatch(src)
	if found == nil {
		t.Fatal("the script has no list of formulas")
	}
	list, err := strconv.Unquote(`"` + string(found[1]) + `"`)
	if err != nil || list != notation.Formulas {
		t.Errorf("the page knows %q, %v; want %q", list, err, notation.Formulas)
	}
	for _, sign := range "=+-@" {
		if !strings.ContainsRune(notation.Formulas, sign) {
			t.Errorf("%q begins no formula", sign)
		}
	}
}

// No cell that is copied begins a formula, and a number keeps its sign.
func TestCopiedCellsAreInert(t *testing.T) {
	p := pagetest.Reader()
	for i, text := range []string{"=1+1", "@SUM(A1)", "+cmd|x", "-x", "-3.5%"} {
		p.Sections[0].Figures[0].Table.Rows[i].Cells[0] = text
	}
	allow := browser.SetPermission(&browser.PermissionDescriptor{Name: "clipboard-write"}, browser.PermissionSettingGranted)
	tb := pagetest.Open(t, p, allow)
	tb.Click(`#bars [aria-controls="bars-table"]`)
	tb.Press("#bars [data-copy]", kb.Enter)
	tb.Says(`document.querySelector('#bars .copied').textContent`, "已复制表格")
	paste(tb, sheet, `document.querySelector('.pasted').value.split('\n').slice(1, 6).map((row) => row.split('\t')[0]).join()`, "'=1+1,'@SUM(A1),'+cmd|x,'-x,-3.5%")
	tb.Quiet()
}
