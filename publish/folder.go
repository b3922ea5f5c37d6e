package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// NamedContent is a file's bytes and the name SchooLinks expects.
type NamedContent struct {
	Name    string
	Content schema.Content
}

// Named returns the files that were built, those without rows too.
func (b *Built) Named() []NamedContent {
	var named []NamedContent
	for _, f := range b.Files {
		named = append(named, NamedContent{f.Rule.Name, f.Content})
	}
	return named
}

// Kept returns the files of a publication, byte for byte as they were planned.
func (p *Publisher) Kept(ctx context.Context, number int64) ([]NamedContent, error) {
	publication, err := p.Store.Publication(ctx, number)
	if err != nil {
		return nil, err
	}
	var named []NamedContent
	for _, f := range publication.Files {
		content, err := p.Store.Content(ctx, f.Sum)
		if err != nil {
			return nil, err
		}
		named = append(named, NamedContent{f.Name, content})
	}
	return named, nil
}

// WriteFiles writes files into dir, which it makes where there is none. All of
// them are complete on the disk before the first has its name; only the
// account that writes them can read them.
func WriteFiles(dir string, files []NamedContent) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("write the files to %s: %w", dir, err)
		}
	}()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	var parts []string
	defer func() {
		for _, part := range parts {
			os.Remove(part) // what was renamed is not there any more
		}
	}()
	for _, f := range files {
		part, err := writePart(dir, f)
		parts = append(parts, part)
		if err != nil {
			return err
		}
	}
	for i, f := range files {
		if err := os.Rename(parts[i], filepath.Join(dir, f.Name)); err != nil {
			return err
		}
	}
	return nil
}

// writePart writes a file under a name of its own, which it returns.
func writePart(dir string, file NamedContent) (string, error) {
	f, err := os.CreateTemp(dir, "."+file.Name+".*.part") // mode 0600
	if err != nil {
		return "", err
	}
	r, err := open(file.Content)
	if err != nil {
		return f.Name(), errors.Join(err, f.Close())
	}
	_, err = io.Copy(f, r)
	return f.Name(), errors.Join(err, r.Close(), f.Sync(), f.Close())
}
