package postgres_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest/server"
)

// A server that cannot prove who it is gets no second try: the reason is said.
func TestCertificates(t *testing.T) {
	t.Parallel()
	ours, other := newAuthority(t), newAuthority(t)
	year := 365 * 24 * time.Hour
	good := ours.issue(t, "127.0.0.1", year)
	foreign := ours.issue(t, "db.example.org", year)
	expired := ours.issue(t, "127.0.0.1", -time.Hour)

	const notTrusted = "is of an authority that is not trusted here"
	s := withTLS(t)
	for _, c := range []struct {
		name   string
		server certificate
		mode   string
		root   authority
		says   string // "" when the server is trusted
	}{
		{"trusted", good, "verify-full", ours, ""},
		{"unknown authority", good, "verify-ca", other, notTrusted},
		{"unknown authority, fully", good, "verify-full", other, notTrusted},
		{"other host", foreign, "verify-full", ours, "is for another host name"},
		{"any host", foreign, "verify-ca", ours, ""},
		{"expired", expired, "verify-ca", ours, "has expired, or is not valid yet"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s.show(t, c.server)
			err := s.open(t, "postgres@", "sslmode="+c.mode+"&sslrootcert="+c.root.file)
			if c.says == "" {
				wantHint(t, err, schema.Config, "run: extract migrate") // connected: it is empty
				return
			}
			wantHint(t, err, schema.Refused, "sslrootcert")
			if want := "the server's certificate " + c.says; !strings.HasSuffix(err.Error(), want) {
				t.Errorf("got %q, want %q", err, want)
			}
		})
	}

	s.show(t, good)
	s.testPlainPassword(t, ours)
}

// testPlainPassword has the server ask for the password itself. It gets it only when
// it proves who it is, or when the URL says that it may.
func (s tlsServer) testPlainPassword(t *testing.T, ours authority) {
	postgrestest.Exec(t, s.URL, `create role plain login password 'hush'`)
	hba := filepath.Join(s.data, "pg_hba.conf")
	lines := "host all plain 127.0.0.1/32 password\nhost all all 127.0.0.1/32 trust\n"
	if err := os.WriteFile(hba, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	s.reload(t)

	for mode, given := range map[string]bool{
		"sslmode=verify-full&sslrootcert=" + ours.file: true,
		"sslmode=disable&require_auth=password":        true,
		"sslmode=verify-ca&sslrootcert=" + ours.file:   false,
		"sslmode=require": false,
		"sslmode=prefer":  false,
		"sslmode=disable": false,
	} {
		err := s.open(t, "plain:hush@", mode)
		if given {
			wantHint(t, err, schema.Config, "run: extract migrate")
			continue
		}
		wantHint(t, err, schema.Refused, "scram-sha-256")
	}
}

// tlsServer is a server that has a certificate.
type tlsServer struct{ URL, data string }

func withTLS(t *testing.T) tlsServer {
	t.Helper()
	dir, err := os.MkdirTemp("", "tls") // the server's account can reach it, unlike t.TempDir's
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })

	s, err := server.Start(t.Context(), dir, server.Options{Throwaway: true})
	if errors.Is(err, server.ErrNotInstalled) && os.Getenv("CI") == "" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Stop() })
	return tlsServer{s.URL, filepath.Join(dir, "data")}
}

// show gives the server a certificate.
func (s tlsServer) show(t *testing.T, c certificate) {
	t.Helper()
	for name, content := range map[string]string{"server.crt": c.cert, "server.key": c.key} {
		file := filepath.Join(s.data, name) // written by the server, whose own it must be
		postgrestest.Exec(t, s.URL, fmt.Sprintf(`copy (select unnest(string_to_array('%s', E'\n'))) to '%s'`,
			strings.TrimSpace(content), file))
		if err := os.Chmod(file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	postgrestest.Exec(t, s.URL, `alter system set ssl = on`)
	s.reload(t)
}

// open opens the store there, as a user.
func (s tlsServer) open(t *testing.T, user, settings string) error {
	t.Helper()
	address, _, _ := strings.Cut(s.URL, "?")
	to := strings.Replace(address, "postgres@", user, 1) + "?" + settings
	_, err := postgres.Open(t.Context(), to, postgres.Options{Program: "test", Now: now})
	return err
}

// reload returns when new sessions have the settings of now.
func (s tlsServer) reload(t *testing.T) {
	t.Helper()
	const loaded = `select pg_conf_load_time()::text`
	before := query[string](t, s.URL, loaded)
	postgrestest.Exec(t, s.URL, `select pg_reload_conf()`)

	poll := time.NewTicker(10 * time.Millisecond)
	defer poll.Stop()
	for query[string](t, s.URL, loaded) == before {
		select {
		case <-t.Context().Done():
			t.Fatal("the server did not read its settings again")
		case <-poll.C:
		}
	}
}

type certificate struct{ cert, key string } // PEM

type authority struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
	file string
}

func newAuthority(t *testing.T) authority {
	t.Helper()
	key := newKey(t)
	cert := &x509.Certificate{
		SerialNumber:          big.NewInt(1),
		Subject:               pkix.Name{CommonName: "authority of the test"},
		NotBefore:             time.Now().Add(-48 * time.Hour),
		NotAfter:              time.Now().Add(48 * time.Hour),
		IsCA:                  true,
		BasicConstraintsValid: true,
		KeyUsage:              x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, cert, cert, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}

	file := filepath.Join(t.TempDir(), "root.crt")
	if err := os.WriteFile(file, []byte(block("CERTIFICATE", der)), 0o600); err != nil {
		t.Fatal(err)
	}
	return authority{cert, key, file}
}

// issue returns a certificate for a host that is valid until some time from now.
func (a authority) issue(t *testing.T, host string, until time.Duration) certificate {
	t.Helper()
	key := newKey(t)
	cert := &x509.Certificate{
		SerialNumber: big.NewInt(2),
		Subject:      pkix.Name{CommonName: host},
		NotBefore:    time.Now().Add(-24 * time.Hour),
		NotAfter:     time.Now().Add(until),
		KeyUsage:     x509.KeyUsageDigitalSignature,
		ExtKeyUsage:  []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	if ip := net.ParseIP(host); ip != nil {
		cert.IPAddresses = []net.IP{ip}
	} else {
		cert.DNSNames = []string{host}
	}

	der, err := x509.CreateCertificate(rand.Reader, cert, a.cert, &key.PublicKey, a.key)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return certificate{block("CERTIFICATE", der), block("PRIVATE KEY", private)}
}

func newKey(t *testing.T) *ecdsa.PrivateKey {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func block(kind string, der []byte) string {
	return string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}))
}
