package serve

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"charts/internal/build"
)

const (
	reportFile = "report.txt"
	specFile   = "specs/figures/where.yaml"
)

const secret = "of-one-user"

const reportText = "1 概况\n\n1.1 就业\n\n表 6：毕业生毕业去向\n\n毕业去向\t人数\t比例\n就业\t2924\t54.2%\n升学\t2469\t45.8%\n"

const specText = "title: 毕业去向\nchart: bar\ndata: {table: 表 6}\ncategory: 毕业去向\nvalue: 人数\n"

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// start serves a project of one figure and returns the address.
func start(t *testing.T) (address string) {
	t.Helper()
	t.Chdir(t.TempDir())
	write(t, reportFile, reportText)
	write(t, specFile, specText)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	o := build.Options{Specs: "specs", Reports: []build.ReportArg{{Paths: []string{reportFile}}}}
	ended := make(chan error)
	go func() { ended <- New(ctx, o).Run(ctx, l, secret) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return "http://" + l.Addr().String() + "/" + secret
}

func get(t *testing.T, url string) string {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, _ := io.ReadAll(r.Body)
	return string(b)
}

func stateOf(t *testing.T, address string) (x state) {
	t.Helper()
	if err := json.Unmarshal([]byte(get(t, address+"/state")), &x); err != nil {
		t.Fatal(err)
	}
	return x
}

// await returns the first state that fits, of those that the server tells of.
func await(t *testing.T, address string, fits func(state) bool) state {
	t.Helper()
	r, err := http.Get(address + "/events")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	events := bufio.NewScanner(r.Body)
	for events.Scan() {
		if !strings.HasPrefix(events.Text(), "data: ") {
			continue
		}
		if x := stateOf(t, address); fits(x) {
			return x
		}
	}
	t.Fatalf("no state fits; the last is %+v", stateOf(t, address))
	return state{}
}

func TestGuard(t *testing.T) {
	address := start(t)
	own := strings.TrimSuffix(address, "/"+secret)
	host := strings.TrimPrefix(own, "http://")
	tests := []struct {
		name, method, host string
		header             string
		status             int
	}{
		{"the page itself", "GET", host, "", 200},
		{"by name", "GET", strings.Replace(host, "127.0.0.1", "localhost", 1), "", 200},
		{"own origin", "GET", host, "Origin: " + own, 200},
		{"own fetch", "GET", host, "Sec-Fetch-Site: same-origin", 200},
		{"a name bound anew", "GET", "evil.example:" + strings.Split(host, ":")[1], "", 403},
		{"another port", "GET", "127.0.0.1:1", "", 403},
		{"no port", "GET", "127.0.0.1", "", 403},
		{"foreign origin", "GET", host, "Origin: http://evil.example", 403},
		{"no origin", "GET", host, "Origin: null", 403},
		{"secure origin", "GET", host, "Origin: https://" + host, 403},
		{"foreign picture", "GET", host, "Sec-Fetch-Site: cross-site", 403},
		{"neighbour on this machine", "GET", host, "Sec-Fetch-Site: same-site", 403},
		{"foreign form", "POST", host, "Sec-Fetch-Site: cross-site", 403},
		{"a link on a foreign page", "GET", host, "Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\nSec-Fetch-Dest: document", 200},
		{"a frame of a foreign page", "GET", host, "Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\nSec-Fetch-Dest: iframe", 403},
	}
	for _, tt := range tests {
		req, _ := http.NewRequest(tt.method, address+"/state", nil)
		req.Host = tt.host
		for line := range strings.Lines(tt.header) {
			name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			req.Header.Set(name, value)
		}
		r, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode != tt.status {
			t.Errorf("%s: %d; want %d", tt.name, r.StatusCode, tt.status)
		}
		if r.Header.Get("Access-Control-Allow-Origin") != "" || r.Header.Get("Cross-Origin-Resource-Policy") != "same-origin" {
			t.Errorf("%s: headers %v", tt.name, r.Header)
		}
	}
}

// Who does not know the secret is told nothing, of whatever path.
func TestOtherUsersOfTheMachineReadNothing(t *testing.T) {
	address := start(t)
	for _, path := range []string{"", "/", "/state", "/app.js", "/" + secret[1:] + "/state", "/" + secret, "/x/../state", "//" + secret + "/state"} {
		r, err := http.Get(strings.TrimSuffix(address, "/"+secret) + path)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode == http.StatusOK {
			t.Errorf("%q is answered", path)
		}
	}
}

func TestNothingOfTheDiskIsServed(t *testing.T) {
	address := start(t)
	write(t, "out/figures/secret.svg", "secret")
	os.Symlink("/etc/passwd", "out/figures/link.svg")
	for _, path := range []string{
		"report.txt", "specs/figures/where.yaml", "out/figures/secret.svg", "out/figures/link.svg", "out/../report.txt",
		"out/%2e%2e/report.txt", "out//etc/passwd", "out/figures/..%2f..%2freport.txt", "out/figures/where.yaml",
	} {
		host := strings.TrimSuffix(strings.TrimPrefix(address, "http://"), "/"+secret)
		c, err := net.Dial("tcp", host)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(c, "GET /%s/%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", secret, path, host)
		answer, _ := io.ReadAll(c)
		c.Close()
		if bytes.Contains(answer, []byte(" 200 OK")) {
			t.Errorf("GET /%s is answered:\n%s", path, answer)
		}
	}
}

// TestReadShowsATable: the page of a table as it was read brings its own policy.
func TestReadShowsATable(t *testing.T) {
	address := start(t)
	r, err := http.Get(address + "/read?name=" + url.QueryEscape("1.1/表 6"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	page, _ := io.ReadAll(r.Body)
	if !bytes.Contains(page, []byte("default-src 'none'")) || !bytes.Contains(page, []byte("2924")) || r.Header.Get("Content-Security-Policy") != "" {
		t.Errorf("%s %s", r.Header, page)
	}
	if r, _ := http.Get(address + "/read?name=none"); r.StatusCode != http.StatusNotFound {
		t.Errorf("a table that is not there: %s", r.Status)
	}
}

func TestOnlyReadingIsAllowed(t *testing.T) {
	address := start(t)
	for _, method := range []string{"PUT", "DELETE", "POST", "PATCH"} {
		req, _ := http.NewRequest(method, address+"/out/figures/where.svg", strings.NewReader("x"))
		r, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode != http.StatusMethodNotAllowed {
			t.Errorf("%s: %d", method, r.StatusCode)
		}
	}
}

func TestSaveShows(t *testing.T) {
	address := start(t)
	before := stateOf(t, address)
	if len(before.Figures) != 1 || before.Tables[0].ID != "1.1/表 6" {
		t.Fatalf("the first state is %+v", before)
	}
	write(t, reportFile, strings.Replace(reportText, "2469", "2481", 1))
	after := await(t, address, func(x state) bool { return x.Version > before.Version })
	if after.Figures[0].Hash == before.Figures[0].Hash || !strings.Contains(get(t, address+"/out/"+after.Figures[0].Path), "2,481") {
		t.Errorf("after the save the state is %+v", after)
	}

	write(t, specFile, strings.Replace(specText, "人数", "人 数量", 1))
	broken := await(t, address, func(x state) bool { return x.Problems != "" })
	if want := "where.yaml:5:8: no column \"人 数量\""; !strings.Contains(broken.Problems, want) || !strings.Contains(broken.Problems, "    5 | value: 人 数量\n") {
		t.Errorf("the problems are\n%s", broken.Problems)
	}
	if len(broken.Broken) != 1 || broken.Broken[0] != "where" {
		t.Errorf("broken: %v", broken.Broken)
	}

	write(t, specFile, specText)
	await(t, address, func(x state) bool { return x.Problems == "" && len(x.Figures) == 1 })
	write(t, "specs/figures/other.yaml", specText)
	await(t, address, func(x state) bool { return len(x.Figures) == 2 })
	os.Remove("specs/figures/other.yaml")
	await(t, address, func(x state) bool { return len(x.Figures) == 1 })
}

// A hundred saves, some of them half a file, ten at a time while the server draws,
// end in the last state.
func TestManySaves(t *testing.T) {
	address := start(t)
	for i := range 100 {
		before := stateOf(t, address)
		text := strings.Replace(reportText, "2469", fmt.Sprint(3000+i), 1)
		write(t, reportFile, text[:len(text)-i%7])
		if i%10 == 9 {
			await(t, address, func(x state) bool { return x.Version > before.Version })
		}
	}
	write(t, reportFile, strings.Replace(reportText, "2469", "7777", 1))
	await(t, address, func(x state) bool {
		return len(x.Figures) == 1 && strings.Contains(get(t, address+"/out/"+x.Figures[0].Path), "7,777")
	})
}

func TestTry(t *testing.T) {
	address := start(t)
	os.WriteFile("secret.csv", []byte("a,b\n1,2\n"), 0o644)
	os.Symlink("/etc/passwd", "passwd.csv")
	tests := []struct{ name, kind, body, want string }{
		{"a spec", "application/yaml", specText, `{"svg":"\u003csvg`},
		{"a fault", "application/yaml", strings.Replace(specText, "bar", "barr", 1), `preview.yaml:2:8: `},
		{"nothing", "application/yaml", "", `preview.yaml`},
		{"outside", "application/yaml", "title: x\nchart: bar\ndata: {file: ../../../../etc/passwd}\ncategory: a\nvalue: b\n", `"svg":""`},
		{"link", "application/yaml", "title: x\nchart: bar\ndata: {file: passwd.csv}\ncategory: a\nvalue: b\n", `"svg":""`},
		{"form", "application/x-www-form-urlencoded", specText, "a spec is application/yaml"},
		{"long", "application/yaml", strings.Repeat("#", mostSpec+1), "the spec is too long"},
	}
	for _, tt := range tests {
		r, err := http.Post(address+"/try", tt.kind, strings.NewReader(tt.body))
		if err != nil {
			t.Fatal(err)
		}
		b, _ := io.ReadAll(r.Body)
		r.Body.Close()
		if !strings.Contains(string(b), tt.want) || strings.Contains(string(b), "root:") {
			t.Errorf("%s: %.300s", tt.name, b)
		}
	}
	if x := stateOf(t, address); x.Version != 1 {
		t.Errorf("trying made version %d", x.Version)
	}
}
