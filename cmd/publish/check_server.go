package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// checkServer looks at SchooLinks' server. No password is sent to a server that known_hosts does not hold.
func checkServer(ctx context.Context, list *cli.Checklist, server sftp.Config, probe string) {
	at := fmt.Sprintf("%s:%d", server.Host, server.Port)
	file, trusted := sftp.ReadTrustFile(server.KnownHosts, server.Host, server.Port)
	if trusted == nil && file.Keys() == 0 {
		trusted = schema.NewFault(schema.Refused, fmt.Errorf("%s holds no host key of %s", server.KnownHosts, at), "run: publish trust")
	}
	if trusted != nil {
		list.Fail("known hosts", trusted)
	} else {
		list.OK("known hosts", "host keys of %s in %s: %d", at, server.KnownHosts, file.Keys())
	}
	_, err := sftp.HostKeys(ctx, server.Host, server.Port)
	if err != nil {
		list.Fail("SFTP server", err)
		return
	}
	list.OK("SFTP server", "%s answers", at)
	if trusted == nil && server.User != "" && server.Password() != "" {
		checkAccount(ctx, list, server, probe)
	}
}

// checkAccount logs in, looks at the folders, and tries writing where no file
// is taken for a delivery.
func checkAccount(ctx context.Context, list *cli.Checklist, server sftp.Config, probe string) {
	s, err := sftp.Dial(ctx, server)
	if err != nil {
		list.Fail("SFTP login", err)
		return
	}
	defer s.Close() // all that it was asked for was answered
	list.OK("SFTP login", "host key %s is the known one, the account is accepted", s.HostKey())
	list.OK("SFTP algorithms", "%s", s.Algorithms())
	for _, folder := range s.Folders() {
		if n, err := s.Entries(ctx, folder); err != nil {
			list.Fail("folder "+folder, err)
		} else {
			list.OK("folder "+folder, "can be listed, entries: %d", n)
		}
	}
	switch {
	case server.Upload == sftp.Direct:
		list.Warn("upload", "set sftp.upload: atomic, unless the server cannot rename",
			"files are written in place, so a torn one can be picked up")
	case !s.Replaces():
		list.Warn("upload", "if a run fails to rename, set sftp.upload: direct",
			"the server does not offer posix-rename, and may refuse to replace a file")
	default:
		list.OK("upload", "the server offers posix-rename, so files are replaced at once")
	}
	if probe != "" && path.Clean(probe) != path.Clean(server.Directory) { // whose files are taken for deliveries
		checkProbe(ctx, list, s, probe)
	}
}

func checkProbe(ctx context.Context, list *cli.Checklist, s *sftp.Session, folder string) {
	switch err := s.Probe(ctx, folder); {
	case errors.Is(err, fs.ErrNotExist):
		list.Warn("probe", `name a folder that SchooLinks reviews by hand with sftp.probe_directory, or write "" to do without`,
			"the server has no folder %s, so whether the account may write was not tried", folder)
	case schema.KindOf(err) == schema.Failure && err != nil:
		list.Fail("probe", &schema.Fault{Kind: schema.Failure, Err: err,
			Hint: "ask the server's operator what the account may do there, or name another folder with sftp.probe_directory"})
	case err != nil:
		list.Fail("probe", err)
	default:
		list.OK("probe", "a file was written to %s, renamed, read back and removed", folder)
	}
}
