package publish

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"slices"
	"strings"

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

	var missing []schema.DeliveredFile
	var met []schema.Met
	for _, f := range d.Files {
		found, err := readFinal(ctx, d.session, f.Name)
		if err != nil {
			return err
		}

		earlier := d.inDoubtIn(f.Name)
		if earlier != 0 && found != nil && found.sum == f.Sum {
			if err := d.sent(ctx, earlier, &f, "hash"); err != nil {
				return err
			}
			continue
		}
		missing = append(missing, f)

		ours, err := d.ours(ctx, f, found, holds(live, f.Name))
		if err != nil {
			return err
		}
		if !ours {
			met = append(met, d.met(f.Name, found))
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

// ours reports whether what is under a final name is of this store: nothing, what
// SchooLinks may hold, a beginning of what it is not known to hold, this very file,
// or what a person has approved to be replaced. When nothing is known to be live
// under the name, a person has approved to replace whatever is there.
func (d *delivery) ours(
	ctx context.Context, f schema.DeliveredFile, found *finalFile, holds []schema.Holding,
) (bool, error) {
	if found == nil || len(holds) == 0 || found.sum == f.Sum || d.approvedOver(f.Name, found) {
		return true, nil
	}

	for _, h := range holds {
		if h.Sum == found.sum {
			return true, nil
		}
		is := d.isAdopted
		if h.SentAt == nil {
			is = d.begins
		}
		if same, err := is(ctx, f, h, found); same || err != nil {
			return same, err
		}
	}
	return false, nil
}

// isAdopted reports whether what was found is a file that was adopted: the store
// has it the way this program would have written it.
func (d *delivery) isAdopted(
	ctx context.Context, f schema.DeliveredFile, h schema.Holding, _ *finalFile,
) (bool, error) {
	publication, err := d.Publications.Publication(ctx, h.Publication)
	if err != nil || publication.Origin != schema.Adopt {
		return false, err
	}
	content, err := d.readForeign(ctx, d.session, f.Name)
	if schema.KindOf(err) == schema.Rejected {
		return false, nil
	}
	if err != nil || content == nil {
		return false, err
	}
	return content.Sum == h.Sum, nil
}

// begins reports whether what was found is the beginning of what SchooLinks is not
// known to hold, as a write or a copy that broke off leaves it.
func (d *delivery) begins(
	ctx context.Context, _ schema.DeliveredFile, h schema.Holding, found *finalFile,
) (bool, error) {
	content, err := d.Publications.Content(ctx, h.Sum)
	if err != nil || found.size >= content.Size {
		return false, err
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

// met says what was found under a final name that is not of this store.
func (d *delivery) met(name string, found *finalFile) schema.Met {
	m := schema.Met{
		Name:   name,
		SHA256: hex.EncodeToString(found.sum[:]),
	}
	for _, f := range d.publication.Files {
		if f.Name == name {
			m.Trip = guard.Foreign(f.Kind, name)
		}
	}
	return m
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
