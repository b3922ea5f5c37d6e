package cmd_test

import (
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
)

// wholeServers is the name of the group of servers without a fault.
const wholeServers = "servers"

// whole are the servers that others run, each in the ways that a district can use.
func whole() (rows []delivery) {
	for _, s := range []struct {
		name  string
		start func(testing.TB) (sftp.Config, string)
		soak  bool
	}{
		{"OpenSSH", func(tb testing.TB) (sftp.Config, string) { return sftptest.OpenSSH(tb) }, false},
		{"ProFTPD (mod_sftp)", sftptest.ProFTPD, true},
		{"rclone serve sftp", sftptest.Rclone, true},
		{"dropbear with OpenSSH's sftp-server", sftptest.Dropbear, true},
	} {
		for _, way := range ways() {
			way.name = s.name + way.name
			way.start, way.soak = at(s.start), s.soak
			rows = append(rows, way)
		}
	}
	return rows
}

// ways are what is tried at each server.
func ways() []delivery {
	wrong := map[string]string{"SCHOOLINKS_SFTP_PASSWORD": "not-the-password"}
	key := map[string]string{"SCHOOLINKS_SFTP_KEY": sftptest.Key(), "SCHOOLINKS_SFTP_PASSWORD": ""}
	return []delivery{
		{},
		{name: ": trust and check came before", prepare: trustAndCheck},
		{settings: "verify: size", record: "delivered: size"},
		{settings: "upload: direct"},
		{name: ": a key and no password", env: key},
		{name: ": a wrong password", env: wrong, exit: 6, holds: yesterdays, record: "planned",
			says: []string{"the server does not accept the user and the password"},
			hint: "SCHOOLINKS_SFTP_PASSWORD"},
	}
}
