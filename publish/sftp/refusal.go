package sftp

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// What servers say of a password that must be changed first: with their questions,
// and on the standard error of a session.
var (
	asksForNew  = regexp.MustCompile(`(?i)\b(new|retype|re-enter) .{0,20}password`)
	saysExpired = regexp.MustCompile(`(?i)\bexpired\b|\b(must|required to|need to|have to|enforced to) (be )?change`)
)

const (
	wantAccount = "ask its operator for an account that needs a password or a key and nothing else"
	wantKey     = "set SCHOOLINKS_SFTP_KEY_FILE to the file of the private key that its operator knows"
	wantOther   = "set SCHOOLINKS_SFTP_PASSWORD"
	beforeAgain = " before you try again: servers lock accounts"
)

// refusal says why a login did not succeed; err is the error of the last method.
func (l *login) refusal(err error) error {
	says := err.Error()
	changeRequest := "unexpected message type 60" // SSH_MSG_USERAUTH_PASSWD_CHANGEREQ, RFC 4252, 8
	wantsChange := strings.Contains(says, changeRequest) && l.has(thePassword)

	switch {
	case wantsChange, l.has(thePassword) && saysExpired.MatchString(l.heard):
		return passwordExpired()
	case strings.Contains(says, "no common public key signature algorithm"):
		return refused("the server takes no current signature (SHA-2) of an RSA key",
			"ask its operator to accept an ed25519 key, and set SCHOOLINKS_SFTP_KEY_FILE to its file")
	case len(l.accepted) > 0 && l.complete():
		return l.wantsMore()
	case len(l.offered) > 0:
		return l.notAccepted()
	default:
		return l.noneFits()
	}
}

// complete reports whether every secret that was offered was accepted.
func (l *login) complete() bool {
	return len(l.accepted) >= len(l.offered)
}

// wantsMore is a server that accepts what it was offered, and wants what there is
// none of.
func (l *login) wantsMore() error {
	what := fmt.Sprintf("the server accepts the %s, and wants more: %s",
		strings.Join(l.offered, " and the "), l.list(l.wants))
	return refused(what, l.hint(l.wants))
}

// notAccepted names what was offered and not accepted.
func (l *login) notAccepted() error {
	keyAccepted := slices.Contains(l.accepted, byKey)
	variables := "SCHOOLINKS_SFTP_USERNAME and "

	var what string
	switch {
	case keyAccepted:
		what = "the server accepts the key, but not the password"
	case l.has(theKey) && l.has(thePassword):
		what = "the server accepts neither the key nor the password of the user"
	default:
		what = "the server does not accept the user and the " + l.offered[0]
	}

	if l.has(theKey) && !keyAccepted {
		variables += "SCHOOLINKS_SFTP_KEY"
	} else {
		variables += "SCHOOLINKS_SFTP_PASSWORD"
	}
	return refused(what, "check "+variables+beforeAgain)
}

// noneFits is a server that offers no method for which there is a secret.
func (l *login) noneFits() error {
	have := "passwords"
	switch {
	case l.signer != nil && l.password != "":
		have = "keys and passwords"
	case l.signer != nil:
		have = "keys"
	}
	what := fmt.Sprintf("the server does not accept %s: it offers %s", have, l.list(l.wants))
	return refused(what, l.hint(l.wants))
}

func (l *login) list(methods []string) string {
	if len(methods) == 0 {
		return "no login method"
	}
	return strings.Join(methods, ", ")
}

// hint names the variable that a method needs and that is not set.
func (l *login) hint(methods []string) string {
	byWord := slices.Contains(methods, byPassword) || slices.Contains(methods, byQuestions)
	switch {
	case slices.Contains(methods, byKey) && l.signer == nil:
		return wantKey
	case byWord && l.password == "":
		return wantOther
	}
	return wantAccount
}

// asksForMore is a server whose questions are not for the password.
func (l *login) asksForMore() error {
	what := "the server asks for something other than the password"
	if l.has(thePassword) {
		what = "the server does not accept the user and the password: it asks for something again"
	}
	return refused(what, wantAccount)
}

// endedAfter is a server that ends the connection once it had a secret. That may be
// a refusal, so the secret is not offered again.
func (l *login) endedAfter(said string) error {
	what := fmt.Sprintf("the server ended the connection after it had the %s%s",
		strings.Join(l.offered, " and the "), said)
	variables := "SCHOOLINKS_SFTP_USERNAME and SCHOOLINKS_SFTP_PASSWORD"
	if !l.has(thePassword) {
		variables = "SCHOOLINKS_SFTP_USERNAME and SCHOOLINKS_SFTP_KEY"
	}
	return refused(what, "check "+variables+beforeAgain)
}

func passwordExpired() error {
	return refused("the password has expired",
		"ask the server's operator for a new one, and put it in place of SCHOOLINKS_SFTP_PASSWORD")
}

func refused(what, hint string) error {
	return schema.NewFault(schema.Refused, errors.New(what), hint)
}
