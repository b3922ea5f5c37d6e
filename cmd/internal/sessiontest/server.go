package sessiontest

import (
	"fmt"
	"strconv"
	"sync"
	"syscall"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
)

// Server is the SFTP server of a test. It counts what it is asked for, and can
// be made to misbehave.
type Server struct {
	mu    sync.Mutex
	asked map[string]int
	hook  func(op, name string, time int) error
	then  func(op, name string)
	keys  []ssh.Signer // that the script added

	key  ssh.PublicKey // that the server accepts, when it is not nil
	both bool          // and it wants the password too
}

// addHostKey adds the host key in a file.
func (s *Server) addHostKey(file string) error {
	key, err := server.HostKey(file)
	if err != nil {
		return err
	}

	s.mu.Lock()
	defer s.mu.Unlock()
	s.keys = append(s.keys, key)
	return nil
}

// showHostKeys adds the keys. A key takes the place of another of its type.
func (s *Server) showHostKeys(c *ssh.ServerConfig) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, key := range s.keys {
		c.AddHostKey(key)
	}
}

// Before has hook called before each request of a client, as the Before of
// server.Options, with how often this was asked for since. With nil the server
// does what it is asked. The counts begin at zero again.
func (s *Server) Before(hook func(op, name string, time int) error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked, s.hook = map[string]int{}, hook
}

// After has hook called after each request of a client that was done, before its
// answer.
func (s *Server) After(hook func(op, name string)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.then = hook
}

func (s *Server) after(op, name string) error {
	s.mu.Lock()
	then := s.then
	s.mu.Unlock()

	if then != nil {
		then(op, name)
	}
	return nil
}

func (s *Server) before(op, name string) error {
	s.mu.Lock()
	s.asked[op]++
	time, hook := s.asked[op], s.hook
	s.mu.Unlock()

	if hook == nil {
		return nil
	}
	return hook(op, name, time)
}

// ssh changes a handshake, and its login as accepts wants it.
func (s *Server) ssh(c *ssh.ServerConfig) {
	s.showHostKeys(c)
	s.mu.Lock()
	key, both := s.key, s.both
	s.mu.Unlock()
	switch {
	case both:
		server.KeyThenPassword(key)(c)
	case key != nil:
		server.Key(key)(c)
	}
}

// accepts is the command accepts FILE.pub [password].
func accepts(ts *testscript.TestScript, _ bool, args []string) {
	s := ts.Value("server").(*Server)
	key, _, _, _, err := ssh.ParseAuthorizedKey([]byte(ts.ReadFile(args[0])))
	ts.Check(err)

	s.mu.Lock()
	defer s.mu.Unlock()
	s.key, s.both = key, len(args) > 1
}

var misbehaviors = map[string]error{
	"refuse": syscall.EACCES,
	"silent": server.ErrSilent,
	"gone":   server.ErrGone,
}

// misbehave is the command server HOW OP [FIRST [LAST]].
func misbehave(ts *testscript.TestScript, _ bool, args []string) {
	s := ts.Value("server").(*Server)
	if len(args) == 1 && args[0] == "ok" {
		s.Before(nil)
		return
	}

	answer, op := misbehaviors[args[0]], args[1]
	first, last := 1, 1_000_000
	var err error
	if len(args) > 2 {
		first, err = strconv.Atoi(args[2])
		ts.Check(err)
		last = first
	}
	if len(args) > 3 {
		last, err = strconv.Atoi(args[3])
		ts.Check(err)
	}

	s.Before(func(asked, _ string, time int) error {
		if asked == op && first <= time && time <= last {
			return answer
		}
		return nil
	})
}

// asked is the command asked OP N.
func asked(ts *testscript.TestScript, _ bool, args []string) {
	s := ts.Value("server").(*Server)
	s.mu.Lock()
	n := s.asked[args[0]]
	s.mu.Unlock()

	if fmt.Sprint(n) != args[1] {
		ts.Fatalf("the server was asked for %s %d times, want %s", args[0], n, args[1])
	}
}
