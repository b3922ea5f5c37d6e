package postgrestest

import (
	"io"
	"net"
	"net/url"
	"sync"
	"testing"
)

// Proxy stands between a program and PostgreSQL, and can lose what the server says.
type Proxy struct {
	server   string
	listener net.Listener
	running  sync.WaitGroup

	mu    sync.Mutex
	conns []net.Conn
	lose  func(message []byte) bool
	heard *sync.Cond // of mu: quiet has changed
	quiet bool
}

// NewProxy returns a proxy, which runs until the test ends, and the URL of the same
// database through it.
func NewProxy(tb testing.TB, of string) (*Proxy, string) {
	tb.Helper()
	u, err := url.Parse(of)
	if err != nil {
		tb.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}

	p := &Proxy{server: u.Host, listener: listener}
	p.heard = sync.NewCond(&p.mu)
	p.running.Go(p.accept)
	tb.Cleanup(p.close)

	u.Host = listener.Addr().String()
	return p, u.String()
}

// Lose has lose called with each message of a client. The first one for which it
// returns true still reaches the server, but its answer does not come back: the
// connection ends instead. With nil nothing is lost.
func (p *Proxy) Lose(lose func(message []byte) bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lose = lose
}

// Silence stops forwarding in both directions. Connections stay open, and new ones
// are accepted. With false everything that waited goes on.
func (p *Proxy) Silence(quiet bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.quiet = quiet
	p.heard.Broadcast()
}

func (p *Proxy) accept() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return // closed
		}
		server, err := net.Dial("tcp", p.server)
		if err != nil { // as the server would do
			client.Close()
			continue
		}

		p.mu.Lock()
		p.conns = append(p.conns, client, server)
		p.mu.Unlock()

		c := &proxied{Proxy: p, client: client, server: server}
		p.running.Go(c.ask)
		p.running.Go(c.answer)
	}
}

func (p *Proxy) close() {
	p.listener.Close()
	p.Silence(false)
	p.mu.Lock()
	for _, c := range p.conns {
		c.Close()
	}
	p.mu.Unlock()
	p.running.Wait()
}

// wait returns when the proxy is not silent.
func (p *Proxy) wait() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.quiet {
		p.heard.Wait()
	}
}

// loses reports, once, that the answer to a message is to be lost.
func (p *Proxy) loses(message []byte) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.lose == nil || !p.lose(message) {
		return false
	}
	p.lose = nil
	return true
}

// proxied is one connection.
type proxied struct {
	*Proxy
	client, server net.Conn

	mu   sync.Mutex
	lost bool // what the server says from now on
}

func (c *proxied) ask() {
	_ = c.forward(c.server, c.client, func(message []byte) error {
		if c.loses(message) {
			c.mu.Lock()
			c.lost = true
			c.mu.Unlock()
		}
		return nil
	})
}

func (c *proxied) answer() {
	_ = c.forward(c.client, c.server, func([]byte) error {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.lost {
			return io.EOF
		}
		return nil
	})
}

// forward copies until one side ends or see returns an error, and then ends both.
func (c *proxied) forward(to, from net.Conn, see func(message []byte) error) error {
	defer c.client.Close()
	defer c.server.Close()

	buffer := make([]byte, 1<<16)
	for {
		n, err := from.Read(buffer)
		if err != nil {
			return err
		}
		c.wait()
		if err := see(buffer[:n]); err != nil {
			return err
		}
		if _, err := to.Write(buffer[:n]); err != nil {
			return err
		}
	}
}
