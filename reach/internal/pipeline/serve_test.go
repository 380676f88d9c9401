package pipeline

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
)

// A server is a server of S3 on this machine.
type server struct {
	url string

	mu      sync.Mutex
	written []string
	left    int // files until something happens
	then    func()
}

func serve(t *testing.T) *server {
	t.Helper()
	backend := s3mem.New()
	if err := backend.CreateBucket("country"); err != nil {
		t.Fatal(err)
	}
	s := &server{}
	faked := gofakes3.New(backend).Server()
	http := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPut {
			s.note(r.URL.Path)
		}
		faked.ServeHTTP(w, r)
	}))
	t.Cleanup(http.Close)
	t.Setenv("AWS_ACCESS_KEY_ID", "key")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "secret")
	s.url = "s3://country?region=eu-west-1&use_path_style=true&endpoint=" + strings.ReplaceAll(http.URL, "/", "%2F")
	return s
}

// after has something happen when so many more files are written.
func (s *server) after(files int, then func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.left, s.then = files, then
}

func (s *server) note(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.written = append(s.written, name)
	if s.left--; s.left == 0 && s.then != nil {
		s.then()
	}
}
