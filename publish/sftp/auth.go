package sftp

import (
	"regexp"
	"slices"

	"golang.org/x/crypto/ssh"
)

// transport returns the algorithms that this side offers: all of the secure
// ones. The defaults of x/crypto/ssh leave some of those out and allow SHA-1.
func transport() ssh.Config {
	sound := ssh.SupportedAlgorithms()
	return ssh.Config{
		KeyExchanges: sound.KeyExchanges,
		Ciphers:      sound.Ciphers,
		MACs:         sound.MACs,
	}
}

// The login methods by their names in RFC 4252 and RFC 4256, in the order in which
// they are used.
const (
	byKey       = "publickey"
	byPassword  = "password"
	byQuestions = "keyboard-interactive"
)

// The secrets, as messages call them.
const (
	theKey      = "key"
	thePassword = "password"
)

// login offers each secret exactly once, by a method that the server accepts:
// vendors lock accounts after a few wrong ones.
type login struct {
	signer   ssh.Signer // nil without a key
	password string     // "" without one
	conn     *conn

	began    bool     // the server said which methods it offers
	offers   []string // those methods
	wants    []string // what it wants now
	accepted []string // methods that were accepted and were not enough
	offered  []string // theKey, thePassword, in order
	heard    string   // what the server said with its questions
}

// choose picks the method, after the server has said which ones it accepts. It
// is called again when that was not enough. With no method the login ends, and its
// error says why the last method failed.
func (l *login) choose(state *ssh.ClientAuthContext) (ssh.AuthMethod, error) {
	if l.conn.broken.Load() {
		return nil, nil
	}

	l.accepted = state.PartialSuccessMethods
	l.wants = names(state.AllowedMethods)
	if !l.began {
		l.began = true
		l.offers = l.wants
	}

	asked := slices.Contains(state.TriedMethods, byQuestions)
	mayOfferPassword := l.password != "" && !l.has(thePassword)
	switch {
	case l.takes(byKey) && l.signer != nil && !l.has(theKey):
		return ssh.PublicKeysCallback(func() ([]ssh.Signer, error) {
			l.offered = append(l.offered, theKey)
			return []ssh.Signer{l.signer}, nil
		}), nil
	case l.takes(byPassword) && mayOfferPassword:
		return ssh.PasswordCallback(func() (string, error) {
			return l.give(), nil
		}), nil
	case l.takes(byQuestions) && mayOfferPassword && !asked:
		return ssh.KeyboardInteractive(l.answer), nil
	}
	return nil, nil
}

// answer answers a single question whose answer is not echoed. A round without
// questions is a message and needs no answer.
func (l *login) answer(_, instruction string, questions []string, echoed []bool) ([]string, error) {
	l.hear(instruction)
	if len(questions) == 0 {
		return nil, nil
	}

	for _, question := range questions {
		l.hear(question)
	}
	if asksForNew.MatchString(l.heard) || l.has(thePassword) && saysExpired.MatchString(l.heard) {
		return nil, passwordExpired()
	}

	forPassword := len(questions) == 1 && !echoed[0]
	if l.has(thePassword) || !forPassword {
		return nil, l.asksForMore()
	}
	return []string{l.give()}, nil
}

// hear keeps the last of what the server said: it may go on for as long as a handshake.
func (l *login) hear(text string) {
	const most = 4 << 10 // bytes
	l.heard += text + "\n"
	l.heard = l.heard[max(0, len(l.heard)-most):]
}

// give returns the password, which is offered by that.
func (l *login) give() string {
	l.offered = append(l.offered, thePassword)
	return l.password
}

func (l *login) has(secret string) bool {
	return slices.Contains(l.offered, secret)
}

func (l *login) takes(method string) bool {
	return slices.Contains(l.wants, method)
}

var methodName = regexp.MustCompile(`^[a-z][a-z0-9@.-]{0,40}$`)

// names returns the names of methods that can be shown: they are the server's text.
func names(methods []string) []string {
	methods = slices.DeleteFunc(methods, func(name string) bool {
		return !methodName.MatchString(name)
	})
	return methods[:min(len(methods), 8)]
}
