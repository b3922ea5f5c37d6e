package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// sentBefore reports whether a file of the publication is known to have been sent.
func (d *delivery) sentBefore(name string) bool {
	for _, e := range d.earlier {
		for _, f := range e.Files {
			if f.Name == name && f.SentAt != nil {
				return true
			}
		}
	}
	return false
}

// inDoubtIn returns the delivery of the publication after which it is not known
// whether a file was sent, or 0.
func (d *delivery) inDoubtIn(name string) int64 {
	for _, e := range slices.Backward(d.earlier) {
		for _, f := range e.Files {
			if f.Name == name && e.ReleasedAt != nil && f.RefusedAt == nil {
				return e.Number
			}
		}
	}
	return 0
}

// look reads what is under the final names, before anything is sent. A file whose
// rename was not answered, and whose bytes are there, was sent: it is not sent
// again. Bytes that are not of this store hold the publication.
func (d *delivery) look(ctx context.Context) error {
	live, err := d.Publications.Live(ctx, d.Destination, 0)
	if err != nil {
		return err
	}

	l := &looker{Differ: &d.Differ, session: d.session}
	var missing []schema.DeliveredFile
	var met []schema.Met
	for _, f := range d.Files {
		if err := d.session.CheckFinal(ctx, f.Name); err != nil {
			return fmt.Errorf("nothing was sent: %w", err)
		}
		found, err := readFinal(ctx, d.session, f.Name)
		if err != nil {
			return err
		}

		earlier := d.inDoubtIn(f.Name)
		if earlier != 0 && found != nil && found.sum == f.Sum {
			if err := d.sent(ctx, earlier, &f, schema.ByHash); err != nil {
				return err
			}
			continue
		}
		missing = append(missing, f)

		if found != nil && (found.sum == f.Sum || d.approvedOver(f.Name, found)) {
			continue
		}
		ours, err := l.ours(ctx, f.Name, found, holds(live, f.Name))
		if err != nil {
			return err
		}
		if !ours {
			met = append(met, foreign(d.kind(f.Name), f.Name, found))
		}
	}
	d.Files = missing

	if len(met) > 0 {
		return d.holdBack(ctx, met)
	}
	return nil
}

// holds returns what SchooLinks may hold under a name.
func holds(live []schema.Live, name string) []schema.Holding {
	for _, l := range live {
		if l.Name == name {
			return l.Holds
		}
	}
	return nil
}

// Foreign returns what is under the final names at the destination and is not of
// this store.
func Foreign(ctx context.Context, differ *diff.Differ, session Session) (met []schema.Met, err error) {
	l := &looker{Differ: differ, session: session}
	live, err := l.Publications.Live(ctx, l.Destination, 0)
	if err != nil {
		return nil, err
	}

	for _, rule := range l.Rules.Files {
		if err := session.CheckFinal(ctx, rule.Name); err != nil {
			return nil, err
		}
		found, err := readFinal(ctx, session, rule.Name)
		if err != nil {
			return nil, err
		}
		ours, err := l.ours(ctx, rule.Name, found, holds(live, rule.Name))
		if err != nil {
			return nil, err
		}
		if !ours {
			met = append(met, foreign(rule.Kind, rule.Name, found))
		}
	}
	return met, nil
}

// looker tells whether what is at the destination is of this store.
type looker struct {
	*diff.Differ
	session Session
}

// ours reports whether what is under a final name is of this store: nothing, what
// SchooLinks may hold, or what is left of a file that it is not known to hold. When
// nothing is known to be live under the name, nobody can tell, and whatever is there
// is replaced only after a person has approved that.
func (l *looker) ours(
	ctx context.Context, name string, found *finalFile, holds []schema.Holding,
) (bool, error) {
	if found == nil || len(holds) == 0 {
		return true, nil
	}

	for _, h := range holds {
		if h.Sum == found.sum {
			return true, nil
		}
		is := l.isAdopted
		if h.SentAt == nil {
			is = l.isLeft
		}
		if same, err := is(ctx, name, h, found); same || err != nil {
			return same, err
		}
	}
	return false, nil
}

// isAdopted reports whether what was found is a file that was adopted: the store
// has it the way this program would have written it.
func (l *looker) isAdopted(ctx context.Context, name string, h schema.Holding, _ *finalFile) (bool, error) {
	publication, err := l.Publications.Publication(ctx, h.Publication)
	if err != nil || publication.Origin != schema.Adopt {
		return false, err
	}

	file, err := l.readForeign(ctx, name)
	if schema.KindOf(err) == schema.Rejected {
		return false, nil
	}
	if err != nil || file == nil {
		return false, err
	}
	return file.Sum == h.Sum, nil
}

// readForeign reads the file under a final name as one of another program; nil when
// there is none, or none that the account may read.
func (l *looker) readForeign(ctx context.Context, name string) (*files.Foreign, error) {
	i := slices.IndexFunc(l.Rules.Files, func(rule files.FileRule) bool {
		return rule.Name == name
	})
	if i < 0 {
		return nil, nil
	}
	kind, err := files.Find(l.Kinds, l.Rules.Files[i].Kind)
	if err != nil {
		return nil, err
	}

	var text bytes.Buffer
	found, err := l.session.Read(ctx, name, &text)
	if err != nil || !found {
		return nil, err
	}
	file, err := files.ParseForeign(name+" at the destination", text.Bytes(), kind.Header(l.Rules))
	if err != nil {
		return nil, err
	}
	return &file, nil
}

// isLeft reports whether what was found is left of a file that SchooLinks is not known
// to hold: its beginning, as a copy that broke off leaves it, or, where it was written
// under its final name, anything that is not longer.
func (l *looker) isLeft(ctx context.Context, _ string, h schema.Holding, found *finalFile) (bool, error) {
	content, err := l.Publications.Content(ctx, h.Sum)
	if err != nil || found.size > content.Size {
		return false, err
	}
	if h.MayBeTorn {
		return true, nil
	}
	r, err := files.Open(content)
	if err != nil {
		return false, err
	}
	defer r.Close() // of memory: it cannot fail

	hash := sha256.New()
	if _, err := io.CopyN(hash, r, found.size); err != nil {
		return false, err
	}
	return schema.Sum(hash.Sum(nil)) == found.sum, nil
}

// foreign says what was found under a final name that is not of this store.
func foreign(kind, name string, found *finalFile) schema.Met {
	return schema.Met{
		Name:   name,
		SHA256: hex.EncodeToString(found.sum[:]),
		Trip:   guard.Foreign(kind, name),
	}
}

// kind is the kind of a file of the publication.
func (d *delivery) kind(name string) string {
	for _, f := range d.publication.Files {
		if f.Name == name {
			return f.Kind
		}
	}
	return ""
}

// approvedOver reports whether a person has approved to replace what was found.
func (d *delivery) approvedOver(name string, found *finalFile) bool {
	return d.publication.State == schema.Approved &&
		slices.ContainsFunc(d.publication.Met, func(m schema.Met) bool {
			return m.Name == name && m.SHA256 == hex.EncodeToString(found.sum[:])
		})
}

// holdBack records that the publication waits for a person because of what was
// met, and returns the fault that says so.
func (d *delivery) holdBack(ctx context.Context, met []schema.Met) error {
	known := slices.Equal(met, d.publication.Met) && d.publication.State != schema.Approved
	if !known {
		var reasons []string
		for _, m := range met {
			reasons = append(reasons, m.Trip.Says)
		}
		err := d.Records.Decide(ctx, schema.Decision{
			Publication: d.publication.Number,
			Kind:        schema.HoldBack,
			By:          "publish",
			Reason:      strings.Join(reasons, "; "),
			Met:         met,
		})
		if err != nil {
			return err
		}
	}

	d.publication.Met = met
	if !letGo(d.publication.State) {
		d.publication.State = schema.Held
	}
	return d.heldFault(d.publication, "nothing was sent", errors.New(met[0].Trip.Says))
}
