package diff_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// zeros is a district with three students whose numbers differ only in leading zeros.
// In the second night, one has another GPA, one has another tag, and one is gone.
func zeros(t *testing.T) *district {
	d := newDistrict(t, "gpa", "tags")
	d.students = d.students[:4]
	for n, number := range map[int64]string{1: "00123", 2: "123", 3: "0123"} {
		d.student(n).Number = number
		d.mark(n, "1", "0")
		d.grade(n, schema.Decimal("3."+number))
	}
	d.night()

	d.grade(2, "4")
	d.mark(1, "1", "1")
	d.vanish(3)
	d.night()
	return d
}

// TestLeadingZeros: no student is taken for another.
func TestLeadingZeros(t *testing.T) {
	d := zeros(t)
	d.want("changes", []string{
		"gpa data 123 3.123,3.5>4.0,3.5 value_changed: simple GPA 3.123 → 4",
		"gpa data 0123 -3.0123,3.5 left_unknown: left: PowerSchool does not say why",
		"tags data 0123 IEP -, left_unknown: left: PowerSchool does not say why",
		"tags data 00123 504 +, fact_changed: fact section_504 changed 0 → 1",
	}, d.changes(d.compare(1, 2)))

	gpa := d.summary(d.compare(1, 2), "gpa")
	d.want("tally", schema.Tally{File: "gpa", By: schema.ByFile, Rows: 3, Before: 4, Left: 1, Changed: 1},
		gpa.Causes[0].Tallies[0])

	for number, want := range map[string][]string{
		"00123": {"+3.00123,3.5"},
		"0123":  {"+3.0123,3.5", "-3.0123,3.5"},
		"123":   {"+3.123,3.5", "3.123,3.5>4.0,3.5"},
	} {
		var got []string
		for _, line := range d.timeline(number) {
			if _, change, isGPA := strings.Cut(line, "gpa data "+number+" "); isGPA {
				got = append(got, strings.Fields(change)[0])
			}
		}
		d.want("timeline of "+number, want, got)
	}
}

// TestLeadingZerosInAFolder: another program's order does not matter, and numbers
// without their zeros are other students'.
func TestLeadingZerosInAFolder(t *testing.T) {
	d := zeros(t)
	from := func(rows string) (*diff.Diff, []string) {
		dir := diff.Side{Dir: d.folder("gpa.csv", gpaHeader+rows)}
		found := d.between(dir, pub(2), diff.Options{})
		isOther := func(change string) bool { return !strings.HasPrefix(change, "gpa ") }
		return found, slices.DeleteFunc(d.changes(found), isOther)
	}

	_, changes := from("00123,3.00123,3.5\n1004,3.25,3.5\n123,4.0,3.5\n")
	d.want("changes", 0, len(changes))

	found, changes := from("000123,3.00123,3.5\n1004,3.25,3.5\n123,4.0,3.5\n")
	d.want("changes", []string{
		"gpa data 00123 +3.00123,3.5 unknown: made by another program",
		"gpa data 000123 -3.00123,3.5 left_unknown: left: PowerSchool does not say why",
	}, changes)

	note := d.summary(found, "gpa").Note
	if !strings.HasSuffix(note, "gpa.csv: 1 of 3 student numbers differ from a student's only in leading zeros: "+
		"a spreadsheet may have changed them") {
		t.Errorf("got note %q, want the number named for what it is", note)
	}
}

// TestLeadingZerosOfTags: 07 and 7 are two tags, always in the same order.
func TestLeadingZerosOfTags(t *testing.T) {
	for range 50 { // a map is read in any order
		d := newDistrict(t, "tags")
		d.Rules.Tags[0].Name, d.Rules.Tags[1].Name = "7", "07"
		d.night()
		d.night()

		var names []string
		for _, tally := range d.summary(d.compare(1, 2), "tags").Causes[0].Tallies {
			if tally.By == schema.ByTag {
				names = append(names, tally.Value)
			}
		}
		d.want("tags", []string{"07", "7"}, names)
	}
}
