package files

import (
	"fmt"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Suits refuses a snapshot that was not made for today's configuration. ref is what
// it was named by.
//
// The newest snapshot must have been made with b.Asks: otherwise extract has read
// another configuration than publish. A snapshot that a person named may be of other
// students, so that an earlier night can be sent again. But it must know students by
// the same identifier, and no fact that a tag needs may be missing: the tag would be
// taken from everybody.
//
// The refusal is a schema.Config fault. Settings that cannot be read are a
// schema.Rejected one. Where nothing is known, only the identifier is looked at.
func (b *Builder) Suits(s schema.Snapshot, ref schema.Ref) error {
	known := s.Settings.Known()
	if known && ref == schema.Latest && b.Asks.Known() {
		return b.alike(s)
	}

	if err := b.Rules.Identified(s); err != nil || !known {
		return err
	}
	return b.complete(s)
}

// alike refuses a snapshot that was made with other settings than b.Asks.
func (b *Builder) alike(s schema.Snapshot) error {
	unlike := s.Settings.Unlike(b.Asks, b.facts())
	if len(unlike) == 0 {
		return nil
	}

	err := fmt.Errorf("snapshot %d was made with other settings: %s", s.Number, strings.Join(unlike, "; "))
	return schema.NewFault(schema.Config, err,
		"have both programs read the same file (--config or SCHOOLINKS_CONFIG); if it has changed, run: extract run")
}

// complete refuses a snapshot that lacks a fact.
func (b *Builder) complete(s schema.Snapshot) error {
	lacking := s.Settings.Lacks(b.facts())
	if len(lacking) == 0 {
		return nil
	}

	err := fmt.Errorf("snapshot %d was taken without facts that tags need: %s", s.Number, strings.Join(lacking, ", "))
	return schema.NewFault(schema.Config, err,
		"name a configuration without those tags (--config), or send what was sent then: publish resend N")
}

// facts returns the names of the facts that the enabled files depend on.
func (b *Builder) facts() (names []string) {
	for _, rule := range b.Rules.Files {
		kind, err := Find(b.Kinds, rule.Kind)
		if err != nil || kind.Facts == nil {
			continue // what is not known is refused when it is built
		}
		for _, tag := range b.Rules.Tags {
			names = append(names, kind.Facts(b.Rules, tag.Name)...)
		}
	}

	slices.Sort(names)
	return slices.Compact(names)
}
