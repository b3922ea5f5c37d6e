package files

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

// Content is a file while it is built. It is compressed as it grows, so that a
// district of any size fits in memory.
type Content struct {
	csv        csvWriter
	compressed bytes.Buffer
	zstd       *zstd.Encoder
	sum        hash.Hash
	size       int64
	rows       int64
}

// NewContent begins a file with its header, unless that is nil.
func NewContent(quote Quote, header []string) *Content {
	c := &Content{sum: sha256.New()}
	encoder, err := zstd.NewWriter(&c.compressed,
		zstd.WithEncoderConcurrency(1),
		zstd.WithLowerEncoderMem(true),
		zstd.WithWindowSize(1<<20),
		zstd.WithEncoderLevel(zstd.SpeedFastest),
	)
	if err != nil {
		panic(err) // the options are constants
	}

	c.zstd = encoder
	c.csv = csvWriter{
		w:     bufio.NewWriterSize(uncompressed{c}, 64<<10),
		quote: quote,
	}
	if header != nil {
		c.csv.write(header...)
	}
	return c
}

// uncompressed takes the bytes of a Content.
type uncompressed struct{ *Content }

func (c uncompressed) Write(p []byte) (int, error) {
	c.sum.Write(p)
	c.size += int64(len(p))
	return c.zstd.Write(p)
}

// Add writes one row.
func (c *Content) Add(fields ...string) {
	c.csv.write(fields...)
	c.rows++
}

// Finish returns the content, complete.
func (c *Content) Finish() (schema.Content, error) {
	flushed := c.csv.w.Flush()
	closed := c.zstd.Close()
	if err := errors.Join(flushed, closed); err != nil {
		return schema.Content{}, err
	}

	content := schema.Content{
		Zstd: c.compressed.Bytes(),
		Size: c.size,
		Rows: c.rows,
	}
	c.sum.Sum(content.Sum[:0])
	return content, nil
}

// ErrDamaged is returned by reading a content whose bytes are not the ones that
// were stored.
var ErrDamaged = schema.NewFault(schema.Rejected,
	errors.New("read stored file: its bytes are not what was stored"),
	"the database is damaged: restore it from a backup")

// Open reads a content's bytes. Instead of the end of the file it returns
// ErrDamaged when they do not have the content's sum.
func Open(c schema.Content) (io.ReadCloser, error) {
	decoder, err := zstd.NewReader(bytes.NewReader(c.Zstd),
		zstd.WithDecoderConcurrency(1),
		zstd.WithDecoderLowmem(true),
		zstd.IgnoreChecksum(true), // the sum proves more
	)
	if err != nil {
		return nil, err
	}
	r := &contentReader{
		ReadCloser: decoder.IOReadCloser(),
		sum:        sha256.New(),
		want:       c.Sum,
	}
	return r, nil
}

type contentReader struct {
	io.ReadCloser
	sum  hash.Hash
	want schema.Sum
}

func (r *contentReader) Read(p []byte) (int, error) {
	n, err := r.ReadCloser.Read(p)
	r.sum.Write(p[:n])

	switch err {
	case nil:
		return n, nil
	case io.EOF:
		if sum := r.sum.Sum(nil); !bytes.Equal(sum, r.want[:]) {
			return n, ErrDamaged
		}
		return n, io.EOF
	}
	return n, ErrDamaged // zstd's own errors say no more to anybody
}

// Verify returns ErrDamaged when the bytes of a content do not have its sum.
func Verify(c schema.Content) error {
	r, err := Open(c)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, r)
	return errors.Join(err, r.Close())
}

// FindRows returns the rows of one student in a content whose rows have this
// many fields. They are next to each other, so this is faster than reading all
// of it as CSV.
func FindRows(content schema.Content, number string, fields int) (rows [][]string, err error) {
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer decoder.Close()

	memory := make([]byte, 0, content.Size)
	text, err := decoder.DecodeAll(content.Zstd, memory)
	if err != nil {
		return nil, ErrDamaged
	}

	at := findLine(text, number)
	if at < 0 {
		return nil, nil
	}
	for line := range bytes.Lines(text[at:]) {
		line = bytes.TrimSuffix(line, []byte("\n"))
		row, ok := split(string(line), nil)
		whole := ok && len(row) == fields
		if !whole || row[0] != number {
			break
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// findLine returns where the first line begins whose first field is a number,
// quoted or not; -1 when there is none.
func findLine(text []byte, number string) int {
	bare := []byte("\n" + number + ",")
	inQuotes := []byte("\n\"" + number + "\",")

	at := bytes.Index(text, bare)
	if at < 0 {
		at = bytes.Index(text, inQuotes)
	}
	if at < 0 {
		return -1
	}
	return at + 1 // after the end of the line before
}
