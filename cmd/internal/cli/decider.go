package cli

import (
	"fmt"
	"os/user"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Decider returns the name of the person who decides: the one given, else that
// of the account that is logged in.
func Decider(name string) (string, error) {
	name = strings.TrimSpace(name)
	if name != "" {
		return name, nil
	}

	u, err := user.Current()
	if err != nil {
		err = fmt.Errorf("find out who is logged in: %w", err)
		return "", schema.NewFault(schema.Config, err, "say who decides with --by NAME")
	}

	return u.Username, nil
}
