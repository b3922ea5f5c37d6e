package sftp

import (
	"bytes"
	"encoding/binary"
	"net"
	"sync"

	"golang.org/x/crypto/ssh"
)

// recordLimit is enough for the lines before a server's version, which RFC 4253
// allows (4.2), and for the largest packet (6.1).
const recordLimit = 64 << 10

// recorder keeps the first bytes that a server says. They are not encrypted, and
// package ssh does not tell them.
type recorder struct {
	net.Conn
	mu   sync.Mutex
	said []byte
}

// Read notes what it reads.
func (r *recorder) Read(b []byte) (int, error) {
	n, err := r.Conn.Read(b)

	r.mu.Lock()
	defer r.mu.Unlock()
	room := recordLimit - len(r.said)
	r.said = append(r.said, b[:min(n, room)]...)
	return n, err
}

// hostKeyAlgorithms returns the algorithms that the server lists for its host keys;
// none when that was not to be understood.
func (r *recorder) hostKeyAlgorithms() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return hostKeyAlgorithms(r.said)
}

// hostKeyAlgorithms reads them from what a server said first: lines up to its
// version, and a packet (RFC 4253, 6) with its key exchange (7.1).
func hostKeyAlgorithms(said []byte) []string {
	for version := false; !version; {
		line, rest, found := bytes.Cut(said, []byte("\n"))
		if !found {
			return nil
		}
		version = bytes.HasPrefix(line, []byte("SSH-"))
		said = rest
	}

	const before = 5 // length and padding
	if len(said) < before {
		return nil
	}
	end := int64(binary.BigEndian.Uint32(said)) + 4
	payloadEnd := end - int64(said[4])
	if end > int64(len(said)) || payloadEnd < before {
		return nil
	}

	var exchange struct {
		Cookie       [16]byte `sshtype:"20"` // SSH_MSG_KEXINIT
		KeyExchanges []string
		HostKeys     []string
		Rest         []byte `ssh:"rest"`
	}
	if err := ssh.Unmarshal(said[before:payloadEnd], &exchange); err != nil {
		return nil
	}
	return exchange.HostKeys
}
