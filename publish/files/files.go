// Package files knows SchooLinks' files: what each is (Kind), which Rules turn
// students into its rows, and how all of them are built from a snapshot
// (Builder) into bytes that the store keeps (content.go, csv.go). It also reads
// files that another program made (foreign.go). It knows nothing about what is
// live, and sends nothing.
//
// The names and headers are SchooLinks' (https://schoolinkshome.notion.site, the
// page of each file's schema).
package files

// All returns every file that there is, in the order in which they are sent.
func All() []Kind {
	return []Kind{attendance, gpa, tags}
}
