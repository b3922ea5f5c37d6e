package server

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"golang.org/x/crypto/ssh"
)

// The packets of SFTP that are answered in front of pkg/sftp.
const (
	packetReadDir  = 12
	packetStatus   = 101
	packetName     = 104
	packetExtended = 200

	statusFailure = 4
	fsync         = "fsync@openssh.com"
)

// packets stands between the client and pkg/sftp, and answers what that would
// answer well. It can do so without regard to other answers, because this project's
// client waits for each.
type packets struct {
	ssh.Channel
	server *Server
	next   []byte          // what pkg/sftp has not read yet
	listed map[string]bool // handles whose other names were sent
}

// Read gives pkg/sftp the next packet that is for it.
func (p *packets) Read(b []byte) (int, error) {
	for len(p.next) == 0 {
		packet, err := p.read()
		if err != nil {
			return 0, err
		}
		answer := p.answer(packet)
		if answer == nil {
			p.next = text(nil, string(packet))
			break
		}
		if _, err := p.Write(text(nil, string(answer))); err != nil {
			return 0, err
		}
	}

	n := copy(b, p.next)
	p.next = p.next[n:]
	return n, nil
}

// read reads one packet.
func (p *packets) read() ([]byte, error) {
	var size [4]byte
	if _, err := io.ReadFull(p.Channel, size[:]); err != nil {
		return nil, err
	}
	packet := make([]byte, binary.BigEndian.Uint32(size[:]))
	_, err := io.ReadFull(p.Channel, packet)
	return packet, err
}

// answer returns the answer of a server with faults, or nil where there is none
// of that kind.
func (p *packets) answer(packet []byte) []byte {
	if len(packet) < 5 {
		return nil
	}
	f, id, rest := p.server.fault(), packet[1:5], packet[5:]
	isFsync := packet[0] == packetExtended && bytes.HasPrefix(rest, text(nil, fsync))

	switch {
	case isFsync && f.FailFsync:
		status := append([]byte{packetStatus}, id...)
		status = binary.BigEndian.AppendUint32(status, statusFailure)
		return text(text(status, "input/output error"), "en")
	case packet[0] == packetReadDir && f.Endless:
		return names(id, 100)
	case packet[0] == packetReadDir && f.Names > 0 && !p.listed[string(rest)]:
		if p.listed == nil {
			p.listed = map[string]bool{}
		}
		p.listed[string(rest)] = true
		return names(id, f.Names)
	}
	return nil
}

// names is a part of a listing.
func names(id []byte, n int) []byte {
	b := append([]byte{packetName}, id...)
	b = binary.BigEndian.AppendUint32(b, uint32(n))
	for i := range n {
		name := fmt.Sprintf("report-of-another-district-%06d.csv", i)
		b = text(text(b, name), "-rw-r--r--    1 school   school          0 Nov 18 2026 "+name)
		b = binary.BigEndian.AppendUint32(b, 0) // no attributes
	}
	return b
}
