package files_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func TestSuits(t *testing.T) {
	const (
		other     = "snapshot 7 was made with other settings: "
		lacks     = "snapshot 7 was taken without facts that tags need: iep"
		known     = other + "students.identifier is dcid there and student_number here"
		knownElse = "snapshot 7 identifies students by dcid, but students.identifier is student_number"
	)
	narrower := func(s *schema.Settings) { s.Grades = s.Grades[:3] }
	elsewhere := func(s *schema.Settings) { s.Facts[0].Column = "lep" }
	without := func(s *schema.Settings) { s.Facts = s.Facts[1:] }
	byDCID := func(s *schema.Settings) { s.Identifier = schema.KnownByDCID }
	unknown := func(s *schema.Settings) { *s = schema.Settings{} }

	untagged := func(b *files.Builder) {
		b.Rules.Files = slices.DeleteFunc(b.Rules.Files, func(f files.FileRule) bool { return f.Kind == "tags" })
	}
	withoutTag := func(b *files.Builder) {
		b.Asks.Facts = b.Asks.Facts[:1]
		b.Rules.Tags = b.Rules.Tags[:1]
	}
	asksNothing := func(b *files.Builder) { b.Asks = schema.Settings{} }

	for name, test := range map[string]struct {
		snapshot      func(*schema.Settings)
		today         func(*files.Builder)
		newest, named string // the fault for the newest snapshot, and for one that was named
	}{
		"the same":       {},
		"other students": {narrower, nil, other + "students.grades is 9–11 there and 9–12 here", ""},
		"another column": {elsewhere, nil, other + "fact iep is s_il_stu_x.lep there and s_il_stu_x.iep here", ""},
		"a fact less":    {without, nil, other + "fact iep is not read there and s_il_stu_x.iep here", lacks},
		"another number": {byDCID, nil, known, knownElse},
		"a fact more":    {nil, withoutTag, "", ""},

		"another column, no tags": {elsewhere, untagged, "", ""},
		"a fact less, no tags":    {without, untagged, "", ""},

		"nothing is known of the snapshot": {unknown, nil, "", ""},
		"nothing but another number": {func(s *schema.Settings) {
			*s = schema.Settings{Identifier: schema.KnownByDCID}
		}, nil, knownElse, knownElse},
		"nothing is known of today":              {narrower, asksNothing, "", ""},
		"nothing is known of today, a fact less": {without, asksNothing, lacks, lacks},
	} {
		b := &files.Builder{Kinds: files.All(), Rules: publishtest.Rules(), Asks: publishtest.Settings()}
		s := schema.Snapshot{Number: 7, Settings: publishtest.Settings()}
		if test.today != nil {
			test.today(b)
		}
		if test.snapshot != nil {
			test.snapshot(&s.Settings)
		}

		for ref, want := range map[schema.Ref]string{
			schema.Latest: test.newest,
			{Number: 7}:   test.named,
			{Back: 1}:     test.named,
		} {
			err := b.Suits(s, ref)
			got := ""
			if schema.KindOf(err) == schema.Config {
				got = err.Error()
			}
			if got != want {
				t.Errorf("%s, %+v: got %v, want %q", name, ref, err, want)
			}
		}
	}
}

// Settings of a newer program: nobody can tell what the snapshot is of.
func TestSuitsWithoutReadableSettings(t *testing.T) {
	why := schema.NewFault(schema.Rejected, errors.New("newer"), "update")
	s := schema.Snapshot{Settings: schema.UnreadableSettings("{}", why)}
	b := &files.Builder{Kinds: files.All(), Rules: publishtest.Rules(), Asks: publishtest.Settings()}

	for _, ref := range []schema.Ref{schema.Latest, {Number: 7}} {
		if err := b.Suits(s, ref); !errors.Is(err, why) {
			t.Errorf("%+v: got %v, want %v", ref, err, why)
		}
	}
}
