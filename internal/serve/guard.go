package serve

import (
	"net"
	"net/http"
	"strings"
	"time"
)

// policy is what the page may do: show what comes from here, and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; " +
	"frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// guard lets in the browser on this machine that asks for this address by its
// name, and no page of another origin. A name that someone else's server gave to
// 127.0.0.1 is not among the hosts; a foreign page shows itself by its Origin or
// by Sec-Fetch-Site; another user of this machine does not know the secret. What is
// sent along must come in time.
func guard(address, secret string, next http.Handler) http.Handler {
	hosts := hostsOf(address)
	next = http.StripPrefix("/"+secret, next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "SAMEORIGIN")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-store")
		if !hosts[r.Host] || foreign(r) {
			http.Error(w, "this preview is for pages of "+address+" alone", http.StatusForbidden)
			return
		}
		if !strings.HasPrefix(r.URL.Path, "/"+secret+"/") {
			http.Error(w, "open the address that charts serve printed", http.StatusForbidden)
			return
		}
		if r.ContentLength != 0 {
			http.NewResponseController(w).SetReadDeadline(time.Now().Add(patience))
		}
		next.ServeHTTP(w, r)
	})
}

// hostsOf are the names of the address.
func hostsOf(address string) map[string]bool {
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil
	}
	return map[string]bool{"127.0.0.1:" + port: true, "localhost:" + port: true}
}

// foreign reports whether a page of another origin asks. Following a link to the
// preview is no such thing.
func foreign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return true
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return false
	}
	return r.Method != http.MethodGet || r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document"
}
