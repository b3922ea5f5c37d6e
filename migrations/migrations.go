// Package migrations is the shape of the store: numbered SQL files, applied in
// order and never edited, and what the roles of the two programs may do. Package
// schema/postgres applies them.
//
// No table is qualified. The search_path in the database's URL chooses the
// schema, so that one database can hold a schema for each district.
package migrations

import "embed"

// Files are the migrations, by the number that their names begin with.
//
//go:embed *.sql
var Files embed.FS

// ExtractGrants gives the role :role what the program extract needs, and takes
// from it everything else.
//
//go:embed grants/extract.sql
var ExtractGrants string

// PublishGrants is ExtractGrants for the program publish.
//
//go:embed grants/publish.sql
var PublishGrants string
