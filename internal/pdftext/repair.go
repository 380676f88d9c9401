package pdftext

import (
	"bytes"
	"errors"

	failure "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxRepaired is the size of a repaired file.
const maxRepaired = 128 << 20

// repair has PDFium write the file anew: whole, and not encrypted.
func repair(src []byte) ([]byte, error) {
	return withPDFium(func(p *pdfium) ([]byte, error) {
		doc, err := p.library.OpenDocument(&requests.OpenDocument{File: &src})
		switch {
		case errors.Is(err, failure.ErrPassword), errors.Is(err, failure.ErrSecurity):
			return nil, ErrPassword
		case err != nil:
			return nil, ErrNotPDF
		}
		var out bounded
		_, err = p.library.FPDF_SaveAsCopy(&requests.FPDF_SaveAsCopy{
			Document: doc.Document, Flags: requests.SaveFlagRemoveSecurity, FileWriter: &out,
		})
		return out.Bytes(), err
	})
}

// A bounded buffer takes no more than maxRepaired.
type bounded struct{ bytes.Buffer }

func (b *bounded) Write(src []byte) (int, error) {
	if b.Len()+len(src) > maxRepaired {
		return 0, ErrTooLarge
	}
	return b.Buffer.Write(src)
}
