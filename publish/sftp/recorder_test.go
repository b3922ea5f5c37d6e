package sftp

import (
	"encoding/binary"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/crypto/ssh"
)

// exchange is what a server says first.
func exchange(before string, algorithms ...string) string {
	payload := ssh.Marshal(struct {
		Cookie       [16]byte `sshtype:"20"`
		KeyExchanges []string
		HostKeys     []string
		Others       []string
	}{
		KeyExchanges: []string{"curve25519-sha256"},
		HostKeys:     algorithms,
		Others:       []string{"aes256-gcm@openssh.com"},
	})
	const padding = 7
	packet := binary.BigEndian.AppendUint32(nil, uint32(1+len(payload)+padding))
	packet = append(packet, padding)
	packet = append(packet, payload...)
	return before + string(packet) + strings.Repeat("p", padding)
}

func TestHostKeyAlgorithms(t *testing.T) {
	const version = "SSH-2.0-x\r\n"
	whole := exchange(version, "rsa-sha2-512", "ssh-ed25519")
	want := []string{"rsa-sha2-512", "ssh-ed25519"}
	for name, test := range map[string]struct {
		said string
		want []string
	}{
		"whole":                {whole, want},
		"more":                 {whole + "encrypted", want},
		"lines before":         {exchange("hello\r\nSSH is here\nSSH-2.0-x\n", want...), want},
		"long version":         {exchange("SSH-2.0-"+strings.Repeat("x", 4000)+"\n", want...), want},
		"torn":                 {whole[:len(whole)-1], nil},
		"version only":         {version, nil},
		"no version":           {"hello\r\n", nil},
		"nothing":              {"", nil},
		"length of 4 GB":       {version + "\xff\xff\xff\xff\x00\x14", nil},
		"length of 0":          {version + "\x00\x00\x00\x00\x00\x14", nil},
		"padding of all":       {version + "\x00\x00\x00\x02\xff\x14", nil},
		"another kind of data": {version + "\x00\x00\x00\x03\x00\x15\x00", nil},
	} {
		got := hostKeyAlgorithms([]byte(test.said))
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: (-want +got):\n%s", name, diff)
		}
	}
}

// FuzzHostKeyAlgorithms checks that nothing that a server says ends the program.
func FuzzHostKeyAlgorithms(f *testing.F) {
	f.Add([]byte(exchange("SSH-2.0-x\r\n", "ssh-ed25519")))
	f.Fuzz(func(_ *testing.T, said []byte) { hostKeyAlgorithms(said) })
}
