package sftptest

import (
	"encoding/base64"
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema/soaktest"
)

const (
	proftpd = "/usr/sbin/proftpd"
	modSFTP = "/usr/lib/proftpd/mod_sftp.so"
)

// proftpdConf has a folder of settings and a port.
const proftpdConf = `ServerType inetd
Port %[2]d
ModulePath /usr/lib/proftpd
LoadModule mod_sftp.c
User nobody
Group nogroup
UseIPv6 off
UseReverseDNS off
WtmpLog off
TransferLog none
DelayEngine off
SystemLog %[1]s/log
PidFile %[1]s/pid
ScoreboardFile %[1]s/scoreboard
AuthOrder mod_auth_file.c
AuthUserFile %[1]s/users
AuthGroupFile %[1]s/groups
RequireValidShell off
AllowOverwrite on
SFTPEngine on
SFTPLog none
SFTPHostKey %[1]s/host_key
SFTPAuthMethods publickey password
SFTPAuthorizedUserKeys file:%[1]s/keys
`

// ProFTPD runs ProFTPD with mod_sftp, as OpenSSH does. It is for make soak: elsewhere
// the test is skipped where it is not installed.
func ProFTPD(tb testing.TB) (config sftp.Config, folder string) {
	tb.Helper()
	need(tb, soaktest.Wanted(), proftpd, modSFTP)

	dir, folder := tb.TempDir(), deliveries(tb)
	key, err := server.HostKey(filepath.Join(dir, "host_key"))
	if err != nil {
		tb.Fatal(err)
	}

	listener, port := listen(tb)
	// What mod_sftp reads keys from: RFC 4716.
	public := "---- BEGIN SSH2 PUBLIC KEY ----\n" +
		base64.StdEncoding.EncodeToString(PublicKey().Marshal()) +
		"\n---- END SSH2 PUBLIC KEY ----\n"
	write(tb, dir, map[string]string{
		"proftpd.conf": fmt.Sprintf(proftpdConf, dir, port),
		"users":        fmt.Sprintf("%s:%s:%d:%[3]d::/:/bin/sh\n", User, crypted, uid),
		"groups":       fmt.Sprintf("%s:x:%d:\n", User, uid),
		"keys":         public,
	})

	serveEach(tb, listener, func() *exec.Cmd {
		return exec.CommandContext(tb.Context(), proftpd, "-c", filepath.Join(dir, "proftpd.conf"))
	})
	return configOf(tb, port, lineOf(port, key.PublicKey()), folder), folder
}
