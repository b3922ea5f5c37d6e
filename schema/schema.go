// Package schema is the language of the project: what a snapshot, a student, a
// finding, a publication and a file are. It imports only the standard library;
// the packages that touch the world import it, and never one another.
//
// The nightly job in its words:
//
//	PowerSchool ── extract ──► Snapshot of Students ── publish ──► Publication of Files ──► Delivery
//
// A Snapshot is what PowerSchool said at one moment, sealed with the settings
// that asked. A Publication is one set of files for SchooLinks, built from a
// snapshot, compared with what is live and judged; it never changes. Separate
// records say what people decide about it (Decision) and what was sent of it
// (Delivery). Its State is read from them.
package schema
