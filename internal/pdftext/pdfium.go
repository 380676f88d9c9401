package pdftext

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"time"

	library "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"

	"charts/internal/meter"
)

// Bounds of PDFium.
const (
	maxMemory  = 8192 // pages of 64 KiB: 512 MiB
	maxReading = 10 * time.Second
)

// withPDFium makes PDFium ready, which runs as WebAssembly and sees nothing but
// the bytes that it is given, and runs work with it.
func withPDFium[T any](work func(p *pdfium) (T, error)) (none T, err error) {
	pool, err := webassembly.Init(webassembly.Config{
		MaxTotal: 1, MaxIdle: 1, FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().WithMemoryLimitPages(maxMemory).WithCompilationCache(compiled()),
	})
	if err != nil {
		return none, err
	}
	instance, err := pool.GetInstance(maxReading)
	if err != nil {
		pool.Close()
		return none, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), maxReading)
	defer cancel()
	p := newPDFium(ctx, instance)
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		defer pool.Close()
		var r result
		r.err = meter.Run(func() (err error) {
			defer meter.Guard(&err, ErrNotPDF)
			r.value, err = work(p)
			return err
		})
		done <- r
	}()
	// Code that can be interrupted runs half as fast, so a call that takes too
	// long is left to itself, and no other is made.
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		return none, ErrTooSlow
	}
}

// compiled keeps the compiled PDFium in the user's cache folder: to compile it
// takes seconds. Where nothing can be kept, that is done for every run.
func compiled() wazero.CompilationCache {
	if dir, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "charts", "pdfium")); err == nil {
			return cache
		}
	}
	return wazero.NewCompilationCache()
}

// A pdfium is a PDFium that is ready. The methods of its library suffice for
// single calls; but they allocate the room for the results of every call anew,
// and for a call on every character that takes five times as long.
type pdfium struct {
	library   library.Pdfium
	ctx       context.Context
	module    api.Module
	functions map[string]api.Function
	stack     [8]uint64 // for the arguments of a call; none has more
	room      uint64    // for results
	err       error     // the first; no call is made after it
}

func newPDFium(ctx context.Context, l library.Pdfium) *pdfium {
	// The library has no method for the module that it runs in.
	module := reflect.ValueOf(l.GetImplementation()).Elem().FieldByName("Module").Interface().(api.Module)
	p := &pdfium{library: l, ctx: ctx, module: module, functions: map[string]api.Function{}}
	p.room = p.call("malloc", 64)
	return p
}

func (p *pdfium) call(name string, args ...uint64) uint64 {
	if p.err == nil && p.ctx.Err() != nil {
		p.err = ErrTooSlow
	}
	if p.err != nil {
		return 0
	}
	f := p.functions[name]
	if f == nil {
		f = p.module.ExportedFunction(name)
		p.functions[name] = f
	}
	copy(p.stack[:], args)
	if p.err = f.CallWithStack(p.ctx, p.stack[:]); p.err != nil {
		return 0
	}
	return p.stack[0]
}

// count is a result that is no less than 0.
func (p *pdfium) count(name string, args ...uint64) int {
	return int(max(int32(p.call(name, args...)), 0))
}
