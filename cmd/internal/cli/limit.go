package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Limited calls do, during which c's context ends after run.timeout. When do fails
// because of that, its error says so.
func Limited(c *urfave.Context, timeout time.Duration, do func() error) error {
	whole := c.Context
	limited, cancel := context.WithTimeout(whole, timeout)
	defer cancel()

	c.Context = limited
	err := do()
	c.Context = whole

	late := limited.Err() != nil && whole.Err() == nil
	if err == nil || !late {
		return err
	}
	switch schema.KindOf(err) {
	case schema.Failure, schema.Unreachable:
		return TimedOut(timeout, err)
	}
	return err // it says more: a person must decide, or a part was sent
}

// TimedOut returns the fault that a run reached run.timeout while it did what err
// names.
func TimedOut(timeout time.Duration, err error) error {
	doing := err.Error()
	for _, said := range []string{": context deadline exceeded", ": timed out"} {
		doing = strings.TrimSuffix(doing, said)
	}

	text := fmt.Sprintf("timed out after %s: %s", timeout, doing)
	return &schema.Fault{
		Kind: schema.Unreachable,
		Err:  errors.New(text),
		Hint: "try again later, or raise run.timeout",
	}
}
