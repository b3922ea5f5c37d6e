// Package files knows SchooLinks' files: for each its header and how students
// become its rows. The names and headers are SchooLinks'
// (https://schoolinkshome.notion.site, the page of each file's schema).
package files

import "github.com/schoolinks-sync/schoolinks-sync/publish"

// All returns the files there are, in the order in which they are sent.
func All() []publish.Kind {
	return []publish.Kind{attendance, gpa, tags}
}
