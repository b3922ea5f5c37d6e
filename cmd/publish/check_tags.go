package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

// checkTags looks how many students of a snapshot have each tag.
func checkTags(
	ctx context.Context,
	list *cli.Checklist,
	db *postgres.DB,
	s schema.Snapshot,
	rules files.Rules,
) {
	given, err := countTags(ctx, db, s, rules)
	if err != nil {
		list.Fail("tagged students", err)
		return
	}

	var counts, nobody []string
	for _, tag := range rules.Tags {
		students := given[tag.Name]
		says := fmt.Sprintf("%s %d", tag.Name, students)
		counts = append(counts, says)
		if students == 0 {
			nobody = append(nobody, tag.Name)
		}
	}

	if len(nobody) > 0 {
		list.Warn("tagged students", "compare their conditions with what extract check says about the facts",
			"nobody in snapshot %d has these tags: %s", s.Number, strings.Join(nobody, ", "))
		return
	}
	list.OK("tagged students", "%s", strings.Join(counts, ", "))
}

// countTags counts the students of a snapshot who have each tag.
func countTags(
	ctx context.Context,
	db *postgres.DB,
	s schema.Snapshot,
	rules files.Rules,
) (map[string]int64, error) {
	kinds := files.All()
	i := slices.IndexFunc(kinds, func(k files.Kind) bool {
		return k.Key > 0
	})
	tags := kinds[i]
	rows := tags.Rows(rules)

	given := map[string]int64{}
	count := func(fields ...string) {
		name := fields[tags.Key]
		given[name]++
	}
	for student, err := range db.Students(ctx, s.Number) {
		if err != nil {
			return nil, err
		}
		if student.Number != "" {
			one := []schema.Student{*student}
			rows(one, count)
		}
	}

	return given, nil
}
