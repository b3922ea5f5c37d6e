package cmd_test

import (
	"errors"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
)

// loginFaults are what comes before SFTP.
func loginFaults() []delivery {
	withKey := map[string]string{"SCHOOLINKS_SFTP_KEY": sftptest.Key()}
	keyAlone := map[string]string{"SCHOOLINKS_SFTP_KEY": sftptest.Key(), "SCHOOLINKS_SFTP_PASSWORD": ""}
	const started = "the account was accepted, but SFTP did not start"

	rows := []delivery{
		{name: "asks for the password by keyboard-interactive", exit: 0,
			faults: having(server.Faults{SSH: server.KeyboardInteractive})},
		{name: "asks by keyboard-interactive, and has something to say afterwards", exit: 0,
			faults: having(server.Faults{SSH: server.Notice})},
		{name: "sends 11,000 bytes of text before the login", exit: 0,
			faults: having(server.Faults{SSH: server.Banner})},
		{name: "asks for the password in a way that would show it", secrets: noSecret,
			faults: having(server.Faults{SSH: server.Echoed}), says: []string{"something other than the password"}},
		{name: "asks for a code after the password", secrets: 1,
			faults: having(server.Faults{SSH: server.Code}), says: []string{"it asks for something again"}},
		{name: "wants a key, and there is one", env: keyAlone, secrets: noSecret, exit: 0,
			faults: having(server.Faults{SSH: server.Key(sftptest.PublicKey())})},
		{name: "wants a key, then the password, and there are both", env: withKey, exit: 0,
			faults: having(server.Faults{SSH: server.KeyThenPassword(sftptest.PublicKey())})},
		{name: "wants a key, and there is none", secrets: noSecret,
			faults: having(server.Faults{SSH: server.Key(sftptest.PublicKey())}),
			says:   []string{"the server does not accept passwords"}},
		{name: "wants a key, then the password, and there is no key", secrets: noSecret,
			faults: having(server.Faults{SSH: server.KeyThenPassword(sftptest.PublicKey())}),
			says:   []string{"the server does not accept passwords"}},
		{name: "refuses the password", faults: when("login", errors.New("wrong")), secrets: 1,
			says: []string{"the server does not accept the user and the password"}, hint: "SCHOOLINKS_SFTP_PASSWORD"},
		{name: "refuses the password and disconnects", secrets: 1,
			faults: func(n *servedNight) server.Faults {
				f := when("login", errors.New("wrong"))(n)
				f.SSH = server.OneTry
				return f
			},
			says: []string{"the server ended the connection after it had the password"},
			hint: "SCHOOLINKS_SFTP_PASSWORD"},
		{name: "wants a new password in place of the one that has expired",
			faults:  having(server.Faults{SSH: server.Expired}),
			secrets: 1, says: []string{"the password has expired"}},
		{name: "offers only a key exchange with SHA-1", faults: having(server.Faults{SSH: server.OldKeyExchange}),
			secrets: noSecret, says: []string{"no secure key exchange in common"}},
		{name: "offers only a cipher in CBC mode", faults: having(server.Faults{SSH: server.OldCipher}),
			secrets: noSecret, says: []string{"no secure cl", "aes128-cbc"}},
		{name: "prints a line from the login shell", faults: having(server.Faults{Shell: "Welcome to the district!\n"}),
			secrets: 1, says: []string{started, "Welcome to the district!"}, exit: 1},
		{name: "has no shell for the account",
			faults:  having(server.Faults{NoShell: "This account is currently not available.\n"}),
			secrets: 1, says: []string{started, "This account is currently not available."}, exit: 1},
		{name: "ends the connection after the login", faults: having(server.Faults{Hangup: true}),
			secrets: 1, says: []string{started}, exit: 1},
	}

	for i := range rows {
		r := &rows[i]
		if len(r.says) == 0 {
			continue // it lets the account in
		}
		r.holds, r.record = yesterdays, "planned"
		if r.exit == 0 {
			r.exit = 6
		}
	}
	return rows
}
