package postgres

import (
	"crypto/tls"
	"errors"
	"net/netip"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// RefuseInsecure is a schema.Config fault where somebody on the way to the store at
// url could read what is sent, or answer in its place: below sslmode=verify-full,
// unless the server is on this machine.
func RefuseInsecure(url string) error {
	const doing = "read DATABASE_URL"

	config, err := pgconn.ParseConfig(url)
	if err != nil {
		return fault(doing, err)
	}
	if Verified(config) {
		return nil
	}

	err = errors.New(doing + ": it leads to another machine, and anybody on the way could read or answer")
	return schema.NewFault(schema.Config, err, "write sslmode=verify-full into it, "+
		"with sslrootcert=FILE where an authority of your own signed the server's certificate; "+
		"or set insecure_database: true")
}

// Verified reports whether every server that config may lead to proves who it is,
// or is on this machine.
func Verified(config *pgconn.Config) bool {
	verified := here(config.Host) || proves(config.TLSConfig)
	for _, other := range config.Fallbacks {
		verified = verified && (here(other.Host) || proves(other.TLSConfig))
	}
	return verified
}

// proves reports whether a server must have a certificate for its name. With
// sslmode=verify-ca the driver lets any name pass, and checks the rest by itself.
func proves(config *tls.Config) bool {
	return config != nil && !config.InsecureSkipVerify
}

// here reports whether a server is on this machine: by its name, its address, or
// its socket.
func here(host string) bool {
	if network, _ := pgconn.NetworkAddress(host, 0); network == "unix" || host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Unmap().IsLoopback()
}

// refusePlain keeps the password from a server that does not prove who it is and
// asks for the password itself. A require_auth in the URL stays as it is.
func refusePlain(config *pgconn.Config) {
	proven := proves(config.TLSConfig)
	for _, other := range config.Fallbacks {
		proven = proven && proves(other.TLSConfig)
	}
	if !proven && config.RequireAuth == "" {
		config.RequireAuth = "!password"
	}
}

// AskedPlainly reports whether err is that a server asked for the password itself,
// and did not get it. The driver has no error value for it, only this text.
func AskedPlainly(err error) bool {
	return err != nil && strings.Contains(err.Error(), "require_auth check failed")
}
