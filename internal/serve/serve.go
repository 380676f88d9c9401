// Package serve shows figures and dashboards live in a browser on this machine. It
// serves what it has drawn in memory, and no file: no path leads to the disk.
package serve

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"html/template"
	"io"
	"net"
	"net/http"
	"path"
	"sync"
	"time"

	"charts/internal/build"
	"charts/internal/message"
)

//go:embed index.html app.js style.css
var assets embed.FS

// mostSpec is the largest spec that the form takes.
const mostSpec = 64 << 10

// A Server keeps the newest preview and tells its pages when there is a newer one.
type Server struct {
	options build.Options
	page    []byte

	mu      sync.Mutex
	preview *build.Preview
	version int
	newer   chan struct{} // closed when there is a newer preview

	trying sync.Mutex // one spec at a time
	give   func()     // the spec that is tried up
}

// New reads the project for the first time.
func New(ctx context.Context, o build.Options) *Server {
	o.Trace = true
	return &Server{options: o, page: pageIn(o.Language), preview: build.NewPreview(ctx, o), version: 1, newer: make(chan struct{})}
}

// pageIn is the page in a language.
func pageIn(l message.Language) []byte {
	say := func(f message.Format) string { return f.In(l) }
	var b bytes.Buffer
	page := template.Must(template.New("index.html").Funcs(template.FuncMap{"say": say}).ParseFS(assets, "index.html"))
	if err := page.Execute(&b, l); err != nil {
		panic(err) // it is embedded
	}
	return b.Bytes()
}

// patience is how long a request, an answer or the next request may take to come.
const patience = 20 * time.Second

// Run serves on the listener, under a path that is a secret, until the context ends,
// and reads the project anew whenever a file of it changes.
func (s *Server) Run(ctx context.Context, l net.Listener, secret string) error {
	server := &http.Server{
		Handler:           guard(l.Addr().String(), secret, s.routes()),
		ReadHeaderTimeout: patience,
		IdleTimeout:       patience,
		MaxHeaderBytes:    16 << 10,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	go s.follow(ctx)
	go func() {
		<-ctx.Done()
		server.Close()
	}()
	if err := server.Serve(l); err != http.ErrServerClosed {
		return err
	}
	return nil
}

func (s *Server) follow(ctx context.Context) {
	for {
		preview, _, _ := s.now()
		if !preview.AwaitChange(ctx) {
			return
		}
		next := build.NewPreview(ctx, s.options)
		s.mu.Lock()
		s.preview = next
		s.version++
		close(s.newer)
		s.newer = make(chan struct{})
		s.mu.Unlock()
	}
}

func (s *Server) now() (*build.Preview, int, chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.preview, s.version, s.newer
}

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", show("text/html", s.page))
	mux.HandleFunc("GET /app.js", asset("app.js", "text/javascript"))
	mux.HandleFunc("GET /style.css", asset("style.css", "text/css"))
	mux.HandleFunc("GET /state", s.state)
	mux.HandleFunc("GET /events", s.events)
	mux.HandleFunc("GET /table", s.table)
	mux.HandleFunc("GET /read", s.read)
	mux.HandleFunc("GET /out/{path...}", s.output)
	mux.HandleFunc("POST /try", s.try)
	return mux
}

// asset serves a file of the program itself.
func asset(name, kind string) http.HandlerFunc {
	content, _ := assets.ReadFile(name) // it is embedded
	return show(kind, content)
}

// show serves a content that stays the same.
func show(kind string, content []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { send(w, kind, content) }
}

// A state is all that the page shows, but for the pictures.
type state struct {
	Version  int           `json:"version"`
	Status   string        `json:"status"`
	Figures  []build.Shown `json:"figures"`
	Pages    []build.Shown `json:"pages"`
	Broken   []string      `json:"broken"`
	Problems string        `json:"problems"`
	Tables   []table       `json:"tables"`
}

type table struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Report  string   `json:"report"`
	Line    int      `json:"line"`
	Columns []string `json:"columns"`
	Rows    int      `json:"rows"`
	Cells   [][]cell `json:"cells,omitempty"`
}

type cell struct {
	Text string `json:"text"`
	Line int    `json:"line"`
}

func (s *Server) state(w http.ResponseWriter, _ *http.Request) {
	p, version, _ := s.now()
	status := message.Of("%s, version %d", message.Count(len(p.Figures), "%d figure", "%d figures"), version).In(s.options.Language)
	x := state{version, status, p.Figures, p.Pages, p.Broken, p.Said(), []table{}}
	all, _ := p.Tables("") // all there are cannot be ambiguous
	for _, t := range all {
		x.Tables = append(x.Tables, head(t))
	}
	sendJSON(w, x)
}

func head(t build.Table) table {
	x := table{ID: t.ID, Title: t.Title, Report: t.Report, Line: t.Line, Rows: len(t.Rows)}
	for _, c := range t.Columns {
		x.Columns = append(x.Columns, c.Name)
	}
	return x
}

// table is one table with its cells.
func (s *Server) table(w http.ResponseWriter, r *http.Request) {
	p, _, _ := s.now()
	found, _ := p.Tables(r.URL.Query().Get("name"))
	if len(found) == 0 {
		http.NotFound(w, r)
		return
	}
	x := head(found[0])
	x.Cells = [][]cell{}
	for _, row := range found[0].Rows {
		cells := []cell{}
		for _, c := range row.Cells {
			cells = append(cells, cell{c.Text, row.Line})
		}
		x.Cells = append(x.Cells, cells)
	}
	sendJSON(w, x)
}

// read is a page that shows one table, or all, over the words that they were read
// from.
func (s *Server) read(w http.ResponseWriter, r *http.Request) {
	p, _, _ := s.now()
	found, _ := p.Tables(r.URL.Query().Get("name"))
	if len(found) == 0 {
		http.NotFound(w, r)
		return
	}
	content, err := p.ProofHTML(found, nil, s.options.Language)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Del("Content-Security-Policy") // the page brings its own
	send(w, "text/html", content)
}

// output is a picture or a dashboard, drawn when it is first asked for.
func (s *Server) output(w http.ResponseWriter, r *http.Request) {
	p, _, _ := s.now()
	name := r.PathValue("path")
	content, err, ok := p.Draw(name)
	switch {
	case !ok:
		http.NotFound(w, r)
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	case path.Ext(name) == ".svg":
		send(w, "image/svg+xml", content)
	default:
		w.Header().Del("Content-Security-Policy") // the page brings its own
		send(w, "text/html", content)
	}
}

// try draws the spec in the body.
func (s *Server) try(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Content-Type") != "application/yaml" { // no form of another page can send this
		http.Error(w, "a spec is application/yaml", http.StatusUnsupportedMediaType)
		return
	}
	src, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostSpec))
	if err != nil {
		http.Error(w, "the spec is too long", http.StatusRequestEntityTooLarge)
		return
	}
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	s.giveUp(cancel)
	s.trying.Lock()
	defer s.trying.Unlock()
	p, _, _ := s.now()
	svg, said := p.Try(ctx, src)
	sendJSON(w, struct {
		SVG  string `json:"svg"`
		Said string `json:"said"`
	}{string(svg), said})
}

// giveUp ends the try before: what was typed since counts.
func (s *Server) giveUp(cancel func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.give != nil {
		s.give()
	}
	s.give = cancel
}

// events tells a page the version of the preview, now and whenever it is newer.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	for {
		_, version, newer := s.now()
		text, _ := json.Marshal(version) // a number
		if _, err := io.WriteString(w, "data: "+string(text)+"\n\n"); err != nil {
			return
		}
		if err := http.NewResponseController(w).Flush(); err != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-newer:
		}
	}
}

func sendJSON(w http.ResponseWriter, v any) {
	text, err := json.Marshal(v)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	send(w, "application/json", text)
}

func send(w http.ResponseWriter, kind string, content []byte) {
	http.NewResponseController(w).SetWriteDeadline(time.Now().Add(patience))
	w.Header().Set("Content-Type", kind+"; charset=utf-8")
	w.Write(content)
}
