package diff_test

import (
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
)

// TestTimelineOfKeptBytesAlone: a student of whom every snapshot is gone was
// there all the same.
func TestTimelineOfKeptBytesAlone(t *testing.T) {
	d := history(t)
	for snapshot := range int64(4) {
		d.check(d.store.Drop(t.Context(), snapshot+1))
	}

	moments, err := d.Timeline(t.Context(), "1002")
	d.check(err)
	var got []int64
	for _, m := range moments {
		got = append(got, m.Publication)
	}
	d.want("publications", []int64{1, 2, 3, 4}, got)
}

// TestLeaversOfAFolder: a folder is of no known snapshot, so nobody can say which
// of the leavers left since.
func TestLeaversOfAFolder(t *testing.T) {
	d := newDistrict(t, "gpa")
	transferred := int64(2)
	d.leave(3, &transferred, nil, nil)
	d.night()
	dir := d.folder("gpa.csv", gpaHeader+"1003,3.25,3.5\n")

	found := d.between(diff.Side{Dir: dir}, pub(1), diff.Options{})
	got := d.summary(found, "gpa").Causes[0].Reasons
	d.want("reasons", diff.ReasonCount{Code: diff.LeftUnknown, Rows: 1}, got[len(got)-1])
}
