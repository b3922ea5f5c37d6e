package postgres_test

import (
	"bytes"
	"net"
	"net/url"
	"sync/atomic"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// A commit whose answer is lost has happened or not; the store finds out which.
func TestLostCommit(t *testing.T) {
	for _, c := range []struct {
		name     string
		cut      cut
		sealed   bool
		students int
	}{
		{"before the server has it", cutRequest, false, 0},
		{"after the server has it", cutAnswer, true, 2},
		{"silently, before the server has it", silentRequest, false, 0},
		{"silently, after the server has it", silentAnswer, true, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			test := postgrestest.Database(t)
			db := open(t, throughProxy(t, test.Extract+impatient, c.cut))
			draft := begin(t, db)
			fill(t, draft, students(2))
			s := schema.Snapshot{Run: "a", Students: 2, TakenAt: clock}

			err := draft.Seal(t.Context(), &s, nil)
			if (err == nil) != c.sealed || (s.Number == 1) != c.sealed {
				t.Errorf("got number %d, %v; want sealed %v", s.Number, err, c.sealed)
			}
			if !c.sealed {
				wantKind(t, err, schema.Unreachable)
			}
			if n := query[int](t, test.Owner, `select count(*) from student`); n != c.students {
				t.Errorf("the store has %d students, want %d", n, c.students)
			}
		})
	}
}

// cut is what the proxy takes away.
type cut int

const (
	cutRequest    cut = iota // the first COMMIT
	cutAnswer                // the answer to it
	silentRequest            // as cutRequest, but the connection stays
	silentAnswer
)

// throughProxy returns url through a proxy that cuts one connection at its
// first COMMIT and leaves all others alone.
func throughProxy(t *testing.T, to string, what cut) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}

	t.Cleanup(func() { l.Close() })

	u, err := url.Parse(to)
	if err != nil {
		t.Fatal(err)
	}

	server := u.Host
	u.Host = l.Addr().String()
	var done atomic.Bool
	go func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}

			backend, err := net.Dial("tcp", server)
			if err != nil {
				client.Close()
				return
			}

			var dropping atomic.Bool
			go relay(client, backend, func(p []byte) passing {
				if !bytes.Contains(p, []byte("commit\x00")) || done.Swap(true) {
					return pass
				}
				dropping.Store(true)
				switch what {
				case cutRequest:
					return end
				case silentRequest:
					return swallow
				}
				return pass
			})
			go relay(backend, client, func([]byte) passing {
				switch {
				case !dropping.Load():
					return pass
				case what == silentRequest, what == silentAnswer:
					return swallow
				}
				return end
			})
		}
	}()

	return u.String()
}

// passing is what becomes of what was read.
type passing int

const (
	pass passing = iota
	swallow
	end
)

// relay passes on what it reads, as judge says; at the end both sides are closed.
func relay(from, to net.Conn, judge func([]byte) passing) {
	defer from.Close()
	defer to.Close()
	buf := make([]byte, 64<<10)
	for {
		n, err := from.Read(buf)
		if err != nil {
			return
		}

		switch judge(buf[:n]) {
		case end:
			return
		case swallow:
			continue
		}
		if _, err := to.Write(buf[:n]); err != nil {
			return
		}
	}
}
