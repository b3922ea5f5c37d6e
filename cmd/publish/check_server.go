package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

// checkServer looks at SchooLinks' server, in one connection: a server takes several
// that do not log in for an attack. One whose key is not in known_hosts gets no
// password.
//
// foreign looks for files that are not of the store; nil when that cannot be told.
func checkServer(
	ctx context.Context,
	list *cli.Checklist,
	server sftp.Config,
	probe string,
	foreign func(context.Context, publish.Session) ([]schema.Met, error),
) {
	trusted := checkKnownHosts(list, server)
	hasAccount := server.User != "" && (server.Password() != "" || server.Key() != "")
	if trusted && hasAccount {
		checkAccount(ctx, list, server, probe, foreign)
		return
	}

	if _, _, err := sftp.FirstHostKey(ctx, server, nil); err != nil {
		list.Fail("SFTP server", err)
		return
	}
	checkAnswers(list, server)
}

func checkAnswers(list *cli.Checklist, server sftp.Config) {
	list.OK("SFTP server", "%s answers", server.Address())
}

// foreignFiles looks for files at the destination that are not of the store; nil
// without a store.
func foreignFiles(
	conf *config.Config,
	db *postgres.DB,
	server sftp.Config,
) func(context.Context, publish.Session) ([]schema.Met, error) {
	if db == nil {
		return nil
	}
	return func(ctx context.Context, session publish.Session) ([]schema.Met, error) {
		differ := newDiffer(conf, nil, db, destination(server))
		return publish.Foreign(ctx, &differ, session)
	}
}

// checkKnownHosts reports whether known_hosts has a host key for the server.
func checkKnownHosts(list *cli.Checklist, server sftp.Config) (trusted bool) {
	at := server.Address()

	file, err := sftp.ReadTrustFile(server)
	if err == nil && file.Keys() == 0 {
		err = fmt.Errorf("%s has no host key for %s", server.KnownHosts, at)
		err = schema.NewFault(schema.Refused, err, "run: publish trust")
	}
	if err != nil {
		list.Fail("known hosts", err)
		return false
	}

	list.OK("known hosts", "host keys of %s in %s: %d",
		at, server.KnownHosts, file.Keys())
	return true
}

// unlisted is what follows when a folder cannot be listed.
const unlisted = "so a run cannot look there when the server does not say clearly whether a file is there"

// checkAccount logs in, looks at the folders, and tries writing in a folder
// where no file is taken for a delivery.
func checkAccount(
	ctx context.Context,
	list *cli.Checklist,
	server sftp.Config,
	probe string,
	foreign func(context.Context, publish.Session) ([]schema.Met, error),
) {
	server.Pauses = []time.Duration{2 * time.Second, 10 * time.Second} // a person waits
	s, err := sftp.Dial(ctx, server)
	switch kind := schema.KindOf(err); {
	case err != nil && kind == schema.Unreachable:
		list.Fail("SFTP server", err)
		return
	case err == nil || kind != schema.Config: // which is found before the network is used
		checkAnswers(list, server)
	}
	if err != nil {
		list.Fail("SFTP login", err)
		return
	}
	defer s.Close() // every question was answered by then

	list.OK("SFTP login", "host key %s is in known_hosts, and the account is accepted", s.HostKey())
	checkMethods(list, s)
	list.OK("SFTP algorithms", "%s", s.Algorithms())
	for _, folder := range s.Folders() {
		name := "folder " + folder
		n, err := s.Entries(ctx, folder)
		switch {
		case err == nil:
			list.OK(name, "can be listed, entries: %d", n)
		case errors.Is(err, fs.ErrPermission):
			list.Warn(name, "ask the server's operator what the account may do there",
				"the account may not list it, %s", unlisted)
		case errors.Is(err, sftp.ErrTooLong):
			list.Warn(name, "ask the server's operator to clear it",
				"its listing is longer than this program reads, %s", unlisted)
		default:
			list.Fail(name, err)
		}
	}

	checkUpload(list, server.Upload, s)
	if foreign != nil {
		met, err := foreign(ctx, s)
		checkForeign(list, met, err)
	}

	deliveries := path.Clean(server.Directory) // SchooLinks takes every file in it
	if probe != "" && path.Clean(probe) != deliveries {
		checkProbe(ctx, list, s, probe)
	}
}

// checkMethods says how the server lets accounts log in.
func checkMethods(list *cli.Checklist, s *sftp.Session) {
	offers, used := s.Methods()
	if len(used) == 0 {
		list.Warn("login methods", "ask the server's operator why", "the server lets anybody in without a secret")
		return
	}
	list.OK("login methods", "the server offers %s; it had the %s",
		strings.Join(offers, ", "), strings.Join(used, " and the "))
}

// checkForeign says what is under the final names and is not of this store.
func checkForeign(list *cli.Checklist, met []schema.Met, err error) {
	const name = "foreign files"
	switch {
	case err != nil:
		list.Fail(name, err)
	case len(met) == 0:
		list.OK(name, "what is under the final names, if anything, was sent from this store")
	default:
		list.Warn(name, "find out who put it there; to take it as live: publish adopt --from-server",
			"%s (the next run is held)", met[0].Trip.Says)
	}
}

func checkUpload(list *cli.Checklist, upload sftp.Upload, s *sftp.Session) {
	switch {
	case upload == sftp.Direct:
		list.Warn("upload", "set sftp.upload: atomic, unless the server cannot rename",
			"files are written in place, so SchooLinks can pick up an incomplete one")
	case !s.Replaces():
		list.Warn("upload", "if a run fails to rename, set sftp.upload: direct",
			"the server does not offer posix-rename, and may refuse to replace a file")
	default:
		list.OK("upload", "the server offers posix-rename, so a file is replaced in one step")
	}
}

func checkProbe(
	ctx context.Context,
	list *cli.Checklist,
	s *sftp.Session,
	folder string,
) {
	err := s.Probe(ctx, folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		list.Warn("probe",
			`set sftp.probe_directory to a folder that SchooLinks reviews by hand, or to "" to skip this check`,
			"the server has no folder %s, so writing was not tried", folder)
	case err != nil && schema.KindOf(err) == schema.Failure:
		hint := "ask the server's operator what the account may do there, " +
			"or set sftp.probe_directory to another folder"
		if strings.Contains(schema.HintOf(err), "sftp.upload") {
			hint += "; if it takes only names like *.csv, or replaces no file, set sftp.upload: direct"
		}
		list.Fail("probe", &schema.Fault{ // its own hint is about the folder of deliveries
			Kind: schema.Failure,
			Err:  err,
			Hint: hint,
		})
	case err != nil:
		list.Fail("probe", err)
	default:
		list.OK("probe", "a file was written to %s, renamed, read back and removed", folder)
	}
}
