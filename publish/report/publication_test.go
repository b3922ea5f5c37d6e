package report

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// tallied is the story of the sample with figures that a limit measured, a
// finding, and a delivery that broke off.
func tallied() Story {
	s := sampleStory()
	s.Run, s.Version = "20261124T050000Z", "1.2.3"
	s.Tallies = append(s.Tallies, schema.Tally{
		File:    "attendance",
		By:      schema.ByColumn,
		Value:   "<percentage>",
		Rows:    60,
		Before:  60,
		Changed: 58,
		Figures: map[string]float64{"shift": -0.25, "measured": 60},
	})

	sent := night.Add(4 * time.Hour)
	s.Deliveries = []schema.Delivery{{
		Number:     3,
		StartedAt:  sent,
		ReleasedAt: &sent,
		EndedAt:    &sent,
		HostKey:    "SHA256:abc",
		Files: []schema.DeliveredFile{
			{Name: "gpa.csv", SentAt: &sent, Verified: "hash"},
			{Name: "student_tags.csv", RefusedAt: &sent},
		},
	}}
	return s
}

// TestPublication holds what publish show prints against the files in testdata.
func TestPublication(t *testing.T) {
	adopted := Story{Publication: schema.Publication{
		Number:      1,
		Origin:      schema.Adopt,
		State:       schema.Delivered,
		Destination: "district@sftp.example.org:22/automated",
		PlannedAt:   night,
		Files:       []schema.File{{Kind: "gpa", Name: "gpa.csv", Rows: 300}},
	}}

	for name, s := range map[string]Story{"publication": tallied(), "adopted": adopted} {
		var text bytes.Buffer
		if err := WritePublication(&text, New(s)); err != nil {
			t.Fatal(err)
		}
		golden(t, name+".txt", text.Bytes())

		object, err := encode(New(s), "  ")
		if err != nil {
			t.Fatal(err)
		}
		golden(t, name+".json", append(object, '\n'))
	}
}

// TestListLeavesOut proves that a list does not show as empty what was not read.
func TestListLeavesOut(t *testing.T) {
	var listed map[string]any
	object, err := json.Marshal(List([]schema.Publication{{Number: 1}})[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(object, &listed); err != nil {
		t.Fatal(err)
	}

	for key, want := range map[string]bool{
		"files":      true,
		"trips":      true,
		"findings":   true,
		"tallies":    false,
		"decisions":  false,
		"deliveries": false,
	} {
		if _, got := listed[key]; got != want {
			t.Errorf("%s: got %v, want %v in %s", key, got, want, object)
		}
	}
}
