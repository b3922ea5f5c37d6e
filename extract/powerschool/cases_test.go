package powerschool_test

import (
	"bufio"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// fields are what a case is about.
type fields struct {
	present, enrolled schema.Decimal
	unknown           int64
	simple, weighted  schema.Decimal
	facts             schema.Facts
	findings          string
}

const noFlags = `{"iep":["0"],"lep":["0"],"lii":["0"]}`

func TestGoldenCases(t *testing.T) {
	t.Parallel()
	url := postgrestest.Empty(t)
	dir := powerschooltest.Golden(t, url, "small")
	students, _ := read(t, open(t, url, d118()), through)
	numbers := cases(t, dir)
	got := map[string]fields{}
	for _, s := range students {
		got[numbers[s.ID]] = fields{
			s.DaysPresent,
			s.DaysEnrolled,
			s.DaysUnknown,
			s.SimpleGPA,
			s.WeightedGPA,
			s.Facts,
			join(s.Findings),
		}
	}

	wanted := map[string]fields{}
	maps.Copy(wanted, wantedRows())
	maps.Copy(wanted, wantedDays())
	maps.Copy(wanted, wantedGPAs())
	for name, want := range wanted {
		if diff := cmp.Diff(want, got[name], cmp.AllowUnexported(fields{})); diff != "" {
			t.Errorf("case %s (-want +got):\n%s", name, diff)
		}
	}

	for _, out := range []string{
		"S03-enroll-minus1",
		"S03-enroll-2",
		"S03-enroll-null",
		"S04-grade-7",
		"S04-grade-13",
		"S04-grade-null",
		"S05-school-901",
		"S06-school-null",
	} {
		if _, in := got[out]; in {
			t.Errorf("case %s: it is in scope", out)
		}
	}
}

const iepOnly = `{"iep":["1"],"lep":["0"],"lii":["0"]}`

// wantedRows are cases of scope, numbers and extension rows, and the result that
// must come of them.
func wantedRows() map[string]fields {
	all := map[string]fields{
		"S07-number-null":  {findings: "number_missing", facts: noFlags},
		"S13-dup-ext-same": {facts: iepOnly},
		"S14-dup-ilx":      {facts: `{"iep":["0","1"],"lep":["0"],"lii":["0","1"]}`},
		"S15-dup-crdc":     {facts: `{"gifted":["N","Y"],"iep":["0"],"lep":["0"],"lii":["0"]}`},
		"T03-flag-null":    {facts: `{}`},
		"T04-gift-pad":     {facts: `{"gifted":["Y "],"iep":["0"],"lep":["0"],"lii":["0"]}`},
		"T05-numflag-1.0":  {facts: `{"iep":["1"],"lep":["1.5"],"lii":["1"]}`},
	}
	for name, want := range all {
		want.simple, want.weighted = "3.25", "3.75"
		all[name] = want
	}

	all["S13-dup-ext-diff"] = fields{facts: noFlags, findings: "simple_differs weighted_differs"}
	all["S15-dup-both"] = fields{simple: "3", weighted: "4", facts: `{"iep":["1"],"lep":["1"],"lii":["1"]}`}
	all["S16-no-ext"] = fields{facts: `{}`}
	for name, want := range all {
		want.present, want.enrolled = "18", "20"
		all[name] = want
	}

	all["S01-fteid-null"] = fields{
		simple:   "3.25",
		weighted: "3.75",
		facts:    `{"iep":["1"],"lep":["0"],"lii":["1"]}`,
		findings: "fte_missing",
	}
	all["S02-fteid-zero"] = fields{
		simple:   "3.25",
		weighted: "3.75",
		facts:    iepOnly,
		findings: "no_counted_day",
	}

	return all
}

func wantedDays() map[string]fields {
	all := map[string]fields{
		"A01-att-all-null": {enrolled: "20", unknown: 20, findings: "days_not_recorded"},
		"A02-zero-present": {present: "0", enrolled: "20"},
		"A03-member-null":  {present: "20", findings: "no_counted_day"},
		"A05-future-only":  {findings: "no_counted_day"},
		"A08-two-ftes":     {present: "8", enrolled: "10"},
		"A12-mixed-null": {
			present:  "11",
			enrolled: "10",
			unknown:  2,
			findings: "attendance_out_of_range days_not_recorded",
		},
		"A13-decimal-sum": {present: "1", enrolled: "10"},
		"A16-thirds":      {present: "0.99999999999999999999999999999999999999", enrolled: "3"},
		"A15-negative":    {present: "-2", enrolled: "4", findings: "attendance_out_of_range"},
	}
	for name, want := range all {
		want.simple, want.weighted, want.facts = "3.25", "3.75", noFlags
		all[name] = want
	}

	return all
}

func wantedGPAs() map[string]fields {
	underflow := schema.Decimal("0." + strings.Repeat("0", 399) + "1")
	all := map[string]fields{
		"G01-null":          {},
		"G04-empty":         {},
		"G08-trailing-zero": {simple: "3.5", weighted: "4"},
		"G09-nbsp":          {simple: "3.5", weighted: "3.75"},
		"G10-trail-space":   {simple: "3.5", weighted: "3.75"},
		"G11-na-weighted":   {simple: "3.5", findings: "weighted_not_number"},
		"G12-simple-null":   {weighted: "3.5"},
		"G13-comma":         {findings: "simple_not_number weighted_not_number"},
		"G15-overflow":      {weighted: "3.5", findings: "simple_not_number"},
		"G19-minus-zero":    {simple: "0", weighted: "3.5"},
		"G19-underflow":     {simple: underflow, weighted: "3.5"},
		"G20-plus":          {simple: "3.5", weighted: "0.5"},
		"G21-blank":         {weighted: "3.5"},
		"G22-fullwidth":     {findings: "simple_not_number weighted_not_number"},
		"G23-hexint":        {weighted: "3", findings: "simple_not_number"},
	}
	for name, want := range all {
		want.present, want.enrolled, want.facts = "4", "4", iepOnly
		all[name] = want
	}

	return all
}

// cases maps STUDENTS.ID to the label of a case.
func cases(t *testing.T, dir string) map[int64]string {
	f, err := os.Open(filepath.Join(dir, "cases.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()

	labels := map[int64]string{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		columns := strings.Split(lines.Text(), "\t")
		if id, err := strconv.ParseInt(columns[1], 10, 64); err == nil {
			labels[id] = columns[2]
		}
	}

	if len(labels) == 0 {
		t.Fatalf("%s holds no cases", f.Name())
	}

	return labels
}

// join names the kinds of findings.
func join(findings []schema.Finding) string {
	var names []string
	for _, f := range findings {
		names = append(names, string(f.Kind()))
	}
	return strings.Join(names, " ")
}
