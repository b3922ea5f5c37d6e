package publish

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"hash"
	"io"

	"github.com/klauspost/compress/zstd"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// contentWriter is a file while it is built: compressed as it grows, so that a
// district of any size fits in memory.
type contentWriter struct {
	csvWriter
	compressed bytes.Buffer
	zstd       *zstd.Encoder
	sum        hash.Hash
	size       int64
	rows       int64
}

func newContent(quote Quote) *contentWriter {
	c := &contentWriter{sum: sha256.New()}
	zw, err := zstd.NewWriter(&c.compressed, zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true),
		zstd.WithWindowSize(1<<20), zstd.WithEncoderLevel(zstd.SpeedFastest))
	if err != nil {
		panic(err) // the options are constants
	}
	c.zstd = zw
	c.csvWriter = csvWriter{w: bufio.NewWriterSize(c, 64<<10), quote: quote}
	return c
}

func (c *contentWriter) Write(p []byte) (int, error) {
	c.sum.Write(p)
	c.size += int64(len(p))
	return c.zstd.Write(p)
}

// add writes one row that counts; the header does not.
func (c *contentWriter) add(fields ...string) {
	c.row(fields...)
	c.rows++
}

// finish returns the content, complete.
func (c *contentWriter) finish() (schema.Content, error) {
	if err := errors.Join(c.w.Flush(), c.zstd.Close()); err != nil {
		return schema.Content{}, err
	}
	content := schema.Content{Zstd: c.compressed.Bytes(), Size: c.size, Rows: c.rows}
	c.sum.Sum(content.Sum[:0])
	return content, nil
}

// errDamaged is what reading a content returns whose bytes are not those that
// were stored.
var errDamaged = schema.NewFault(schema.Rejected, errors.New("read stored file: its bytes are not what was stored"),
	"the database is damaged: restore it from its backup")

// open reads a content's bytes; instead of the end of the file it returns
// errDamaged when they do not have the content's sum.
func open(c schema.Content) (io.ReadCloser, error) {
	zr, err := zstd.NewReader(bytes.NewReader(c.Zstd), zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
		zstd.IgnoreChecksum(true)) // the sum proves more
	if err != nil {
		return nil, err
	}
	return &contentReader{ReadCloser: zr.IOReadCloser(), sum: sha256.New(), want: c.Sum}, nil
}

type contentReader struct {
	io.ReadCloser
	sum  hash.Hash
	want schema.Sum
}

func (r *contentReader) Read(p []byte) (int, error) {
	n, err := r.ReadCloser.Read(p)
	r.sum.Write(p[:n])
	switch {
	case err == io.EOF && !bytes.Equal(r.sum.Sum(nil), r.want[:]):
		return n, errDamaged
	case err != nil && err != io.EOF:
		return n, errDamaged // zstd's own errors say no more to anybody
	}
	return n, err
}
