package dashboard

import "testing"

// FuzzLogo: whatever the bytes, a logo is read or refused.
func FuzzLogo(f *testing.F) {
	for _, s := range []string{`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>`, "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff", "\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if l, err := NewLogo(src, "a"); err == nil && l.Address() == "" {
			t.Error("a logo without a content")
		}
	})
}
