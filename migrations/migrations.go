// Package migrations is the structure of the store: numbered SQL files, applied in
// order and never edited, and the rights of the two programs' roles. Package
// schema/postgres applies them.
//
// The table names have no schema. The search_path in the database's URL chooses
// it, so that one database can hold a schema for each district.
package migrations

import "embed"

// Files are the migrations, in the order of the number that begins their names.
//
//go:embed *.sql
var Files embed.FS

// ExtractGrants gives the role :role the rights that the program extract needs, and
// takes all others from it.
//
//go:embed grants/extract.sql
var ExtractGrants string

// PublishGrants is ExtractGrants for the program publish.
//
//go:embed grants/publish.sql
var PublishGrants string
