package schema

import "errors"

// Fault is an error that says what kind of trouble it is, for the exit code,
// and what to do next, for the person who reads it.
type Fault struct {
	Kind Kind
	Err  error
	Hint string // the next step, without a period; "" when there is none
}

// Kind is the kind of a fault; each has its own exit code.
type Kind int

const (
	Failure     Kind = iota // anything else
	Config                  // usage or configuration
	HeldBack                // held: a person must decide
	Locked                  // another run holds the lock
	Unreachable             // source, store or destination cannot be reached or timed out
	Refused                 // credentials or identity refused: do not retry
	Rejected                // the data is not fit to send
	PartlySent              // some files were sent
)

func (f *Fault) Error() string { return f.Err.Error() }

func (f *Fault) Unwrap() error { return f.Err }

// NewFault returns err as a fault of that kind. An err that is already a fault
// stays as it is: the place nearest to the trouble knows best.
func NewFault(kind Kind, err error, hint string) error {
	var f *Fault
	if err == nil || errors.As(err, &f) {
		return err
	}
	return &Fault{
		Kind: kind,
		Err:  err,
		Hint: hint,
	}
}

// KindOf returns the kind of the fault in err, or Failure.
func KindOf(err error) Kind {
	var f *Fault
	if errors.As(err, &f) {
		return f.Kind
	}
	return Failure
}

// HintOf returns the hint of the fault in err, or "".
func HintOf(err error) string {
	var f *Fault
	if errors.As(err, &f) {
		return f.Hint
	}
	return ""
}

// ErrNotDone marks an error after which it is certain that what was asked of a
// server was not done. After any other error it may have been done, or may still
// be.
var ErrNotDone = errors.New("not done")

type notDone struct{ error }

func (e notDone) Unwrap() error { return e.error }

func (notDone) Is(target error) bool { return target == ErrNotDone }

// NotDone returns err as an ErrNotDone that says the same; nil for nil.
func NotDone(err error) error {
	if err == nil {
		return nil
	}
	return notDone{err}
}
