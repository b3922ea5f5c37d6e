package publish

import (
	"context"
	"io"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// NamedContent is a file's bytes and the name SchooLinks expects.
type NamedContent struct {
	Name    string
	Content schema.Content
}

// Open reads the file's bytes. Instead of the end of the file it returns an
// error when they are not what was stored.
func (f NamedContent) Open() (io.ReadCloser, error) { return open(f.Content) }

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
