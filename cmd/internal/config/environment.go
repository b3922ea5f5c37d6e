package config

import (
	"errors"
	"net"
	"net/netip"
	"strconv"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

// The drivers for PowerSchool.
const (
	Oracle   = "godror"
	Postgres = "pgx"
)

// Source is how to reach PowerSchool.
type Source struct {
	Driver   string // Oracle or Postgres
	User     string // POWERSCHOOL_READ_USER
	Password Secret // POWERSCHOOL_DB_PASSWORD

	// Database is POWERSCHOOL_PROD_DB: host:port/service for Oracle; for PostgreSQL
	// host:port/database, or a postgres:// URL, which may hold a password.
	Database Secret
}

// Complete reports whether it has everything that is needed to connect.
func (s Source) Complete() bool {
	known := s.Driver == Oracle || s.Driver == Postgres
	addressed := s.Database.Reveal() != ""
	account := s.User != "" && s.Password.Reveal() != ""
	if s.holdsAccount() {
		account = true
	}

	return known && addressed && account
}

// holdsAccount reports whether the user and the password may be in the URL.
func (s Source) holdsAccount() bool {
	if s.Driver != Postgres {
		return false
	}
	return isPostgresURL(s.Database.Reveal())
}

// Account is SchooLinks' server, and the account that it knows us by.
type Account struct {
	Host     string
	Port     int // 0 when SCHOOLINKS_SFTP_ADDRESS has none
	User     string
	Password Secret // not needed where there is a key

	Key        Secret // SCHOOLINKS_SFTP_KEY: the text of a private key, and of its certificate if it has one
	Passphrase Secret // SCHOOLINKS_SFTP_KEY_PASSPHRASE, of the key
}

// ReadSource reads from the environment how to reach PowerSchool. User and
// password are not needed when a postgres:// URL holds them.
func (c *Config) ReadSource(env Env) (Source, error) {
	v := &variables{env: env}
	s := v.source(c)
	return s, v.check()
}

// ReadExtract reads what extract needs from the environment to take a snapshot.
func (c *Config) ReadExtract(env Env) (s Source, store Secret, err error) {
	v := &variables{env: env}
	s = v.source(c)
	store = v.store(c)
	return s, store, v.check()
}

func (v *variables) source(c *Config) Source {
	s := Source{
		Driver:   c.PowerSchool.Driver,
		Database: Secret{v.text("POWERSCHOOL_PROD_DB")},
	}

	if driver := v.optional("POWERSCHOOL_DRIVER"); driver != "" {
		s.Driver = driver
	}
	if s.Driver != Oracle && s.Driver != Postgres {
		err := errors.New("read environment: POWERSCHOOL_DRIVER is not a driver")
		v.fail(err, "set it to "+Oracle+" or "+Postgres)
	}

	account := v.text
	if s.holdsAccount() {
		account = v.optional
	}
	s.User = account("POWERSCHOOL_READ_USER")
	s.Password = Secret{account("POWERSCHOOL_DB_PASSWORD")}
	return s
}

func isPostgresURL(s string) bool {
	scheme, _, found := strings.Cut(s, "://")
	return found && (scheme == "postgres" || scheme == "postgresql")
}

// ReadPublish reads what publish needs from the environment to send.
func (c *Config) ReadPublish(env Env) (a Account, store Secret, err error) {
	v := &variables{env: env}
	a = v.server()
	a.User = v.text("SCHOOLINKS_SFTP_USERNAME")
	v.secrets(&a)
	store = v.store(c)
	return a, store, v.check()
}

// secrets reads a key, a password, or both: some servers want both. A key that cannot
// be used is an error.
func (v *variables) secrets(a *Account) {
	a.Key = Secret{v.optional("SCHOOLINKS_SFTP_KEY")}
	a.Passphrase = Secret{v.optional("SCHOOLINKS_SFTP_KEY_PASSPHRASE")}

	password := v.text
	if a.Key.Reveal() != "" {
		password = v.optional
	}
	a.Password = Secret{password("SCHOOLINKS_SFTP_PASSWORD")}

	err := sftp.CheckKey(a.Key.Reveal(), a.Passphrase.Reveal())
	if err != nil {
		v.fail(err, "")
	}
}

// ReadDestination reads where files go and by which account, for commands that
// send none.
func ReadDestination(env Env) (Account, error) {
	v := &variables{env: env}
	a := v.server()
	a.User = v.text("SCHOOLINKS_SFTP_USERNAME")
	return a, v.check()
}

// ReadServer reads the address of SchooLinks, for commands that need no account.
func ReadServer(env Env) (Account, error) {
	v := &variables{env: env}
	a := v.server()
	return a, v.check()
}

// ReadStore reads DATABASE_URL, for commands that need nothing else.
func (c *Config) ReadStore(env Env) (Secret, error) {
	v := &variables{env: env}
	store := v.store(c)
	return store, v.check()
}

// store reads DATABASE_URL. One that others on the way could listen to is an error.
func (v *variables) store(c *Config) Secret {
	url := v.text("DATABASE_URL")
	if url == "" || c.InsecureDatabase {
		return Secret{url}
	}
	if err := postgres.RefuseInsecure(url); err != nil {
		v.fail(err, "")
		return Secret{}
	}
	return Secret{url}
}

func (v *variables) server() (a Account) {
	address := v.text("SCHOOLINKS_SFTP_ADDRESS")
	if address == "" {
		return a
	}

	var ok bool
	a.Host, a.Port, ok = splitAddress(address)
	if !ok {
		err := errors.New("read environment: SCHOOLINKS_SFTP_ADDRESS is not an address")
		v.fail(err,
			"write host, host:port or [IPv6]:port, without sftp:// and without a user")
	}
	return a
}

// splitAddress reads host, host:port, an IPv6 address, with brackets or
// without, or [IPv6]:port. The port is 0 when there is none.
func splitAddress(address string) (host string, port int, ok bool) {
	ip, err := netip.ParseAddr(strings.Trim(address, "[]"))
	if err == nil {
		return ip.String(), 0, true
	}

	host = strings.ToLower(address) // as known_hosts has names
	if strings.Contains(address, ":") {
		h, p, err := net.SplitHostPort(host)
		n, portErr := strconv.ParseUint(p, 10, 16)
		isPort := portErr == nil && n > 0
		if err != nil || !isPort {
			return "", 0, false
		}

		host = h
		port = int(n)
	}

	strange := strings.ContainsAny(host, "/@ []\t\r\n")
	return host, port, host != "" && !strange
}
