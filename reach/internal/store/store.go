// Package store reads and writes files where they are: in a folder, or in a bucket of
// S3, Google Cloud Storage or Azure.
package store

import (
	"bytes"
	"context"
	"crypto/md5"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"gocloud.dev/blob"
	_ "gocloud.dev/blob/azureblob"
	"gocloud.dev/blob/fileblob"
	_ "gocloud.dev/blob/gcsblob"
	_ "gocloud.dev/blob/s3blob"
	"gocloud.dev/gcerrors"
)

// A Store holds files by names with forward slashes.
type Store struct {
	bucket *blob.Bucket
	local  bool
}

// Open opens a store: the path of a folder, which is made where there is none, or a
// URL such as s3://bucket?region=eu-west-1&prefix=2023/.
func Open(ctx context.Context, at string) (*Store, error) {
	if strings.Contains(at, "://") {
		b, err := blob.OpenBucket(ctx, at)
		if err != nil {
			return nil, fmt.Errorf("cannot open %s: %w", at, err)
		}
		return &Store{bucket: b}, nil
	}
	// A file becomes whole by its name: it is written beside its place and moved there.
	b, err := fileblob.OpenBucket(at, &fileblob.Options{CreateDir: true, NoTempDir: true, Metadata: fileblob.MetadataDontWrite})
	if err != nil {
		return nil, fmt.Errorf("cannot open %s: %w", at, err)
	}
	return &Store{bucket: b, local: true}, nil
}

// Close releases the store.
func (s *Store) Close() error { return s.bucket.Close() }

// List names the files whose names begin with a prefix, sorted.
func (s *Store) List(ctx context.Context, prefix string) (names []string, err error) {
	for i := s.bucket.List(&blob.ListOptions{Prefix: prefix}); ; {
		o, err := i.Next(ctx)
		if err == io.EOF {
			slices.Sort(names)
			return names, nil
		}
		if err != nil {
			return nil, fmt.Errorf("cannot list %s: %w", prefix, err)
		}
		if !o.IsDir {
			names = append(names, o.Key)
		}
	}
}

// A TooLarge is that a file has more bytes than are read.
type TooLarge int64

func (most TooLarge) Error() string { return fmt.Sprintf("larger than %d MB", most>>20) }

// Read is the content of a file of so many bytes at most.
func (s *Store) Read(ctx context.Context, name string, most int64) ([]byte, error) {
	r, err := s.bucket.NewReader(ctx, name, nil)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, err)
	}
	defer r.Close()
	if r.Size() > most {
		return nil, TooLarge(most)
	}
	src, err := io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && int64(len(src)) > most {
		err = TooLarge(most)
	}
	return src, err
}

// Find is the content of a file, or nil where there is none.
func (s *Store) Find(ctx context.Context, name string, most int64) ([]byte, error) {
	src, err := s.Read(ctx, name, most)
	if gcerrors.Code(err) == gcerrors.NotFound {
		return nil, nil
	}
	return src, err
}

// Write gives a file its content. One that has it already stays as it is, so that a
// second run writes nothing.
func (s *Store) Write(ctx context.Context, name string, content []byte) error {
	if s.holds(ctx, name, content) {
		return nil
	}
	if err := s.bucket.WriteAll(ctx, name, content, nil); err != nil {
		return fmt.Errorf("cannot write %s: %w", name, err)
	}
	return nil
}

// holds reports whether a file has a content: by its size, then by its sum where the
// store keeps one, else by reading it.
func (s *Store) holds(ctx context.Context, name string, content []byte) bool {
	a, err := s.bucket.Attributes(ctx, name)
	if err != nil || a.Size != int64(len(content)) {
		return false
	}
	if sum := md5.Sum(content); len(a.MD5) > 0 {
		return bytes.Equal(a.MD5, sum[:])
	}
	have, err := s.Read(ctx, name, a.Size)
	return err == nil && bytes.Equal(have, content)
}

// Keep deletes the files under a prefix but for some.
func (s *Store) Keep(ctx context.Context, prefix string, kept []string) error {
	names, err := s.List(ctx, prefix)
	if err != nil {
		return err
	}
	for _, name := range names {
		if slices.Contains(kept, name) {
			continue
		}
		if err := s.Delete(ctx, name); err != nil {
			return err
		}
	}
	return nil
}

// Delete deletes a file, if there is one.
func (s *Store) Delete(ctx context.Context, name string) error {
	if err := s.bucket.Delete(ctx, name); err != nil && gcerrors.Code(err) != gcerrors.NotFound {
		return fmt.Errorf("cannot delete %s: %w", name, err)
	}
	return nil
}

// stranded is a file that a killed run was about to move to its place.
var stranded = regexp.MustCompile(`\.[0-9a-f]{16}\.tmp$`)

// Sweep deletes what killed runs left behind.
func (s *Store) Sweep(ctx context.Context) error {
	if !s.local {
		return nil
	}
	names, err := s.List(ctx, "")
	if err != nil {
		return err
	}
	for _, name := range names {
		if stranded.MatchString(name) {
			if err := s.Delete(ctx, name); err != nil {
				return err
			}
		}
	}
	return nil
}
