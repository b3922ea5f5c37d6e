package cmd_test

// The words of docs/servers.md.

const serversIntroduction = `# Servers

The server is the one part that a district cannot change. This is what comes of a night at servers as they are: the
second night of a small district is delivered by the real programs, once for each line below. Then the fault is taken
away, and the next ` + "`publish run`" + ` has to deliver everything: no server may spoil later nights.

The tables are written from the results of ` + "`TestServers`" + ` (` + "`cmd/servers_test.go`" + `):

` + "```sh" + `
go test ./cmd -run TestServers                # OpenSSH and what takes seconds, as in make test
make soak RUN=TestServers                     # all of them
UPDATE_SERVERS=1 make soak RUN=TestServers    # and write this page
` + "```" + `

Where the column *setting* is empty, the settings are the defaults: ` + "`upload: atomic`, `verify: hash`" + `.
The record is what ` + "`publish show`" + ` says: the state of the publication, and how each file was verified.
` + "`" + unseen + "`" + ` means that the file was sent, and not verified because the account may not look.
The limit is how long the run may take.
`

var serversHeadings = map[string]string{
	wholeServers: `## Servers without a fault

As Debian has them, on the machine of the tests.

| server | setting | exit | what the program says | what the server holds | the record |
|---|---|---|---|---|---|
`,
	"connections": "## Connections\n\n" + faultColumns,
	"login":       "## Login\n\n" + faultColumns,
	"names":       "## Names\n\n" + faultColumns,
	"content":     "## Content\n\n" + faultColumns,
}

const faultColumns = "| the server | setting | exit | what the program says | what the server holds | the record " +
	"| password offered | limit |\n" +
	"|---|---|---|---|---|---|---|---|\n"

const serversEnd = `
## What was never tried

SchooLinks' own server. OpenSSH on Windows, AWS Transfer, Azure Blob Storage, GoAnywhere, Serv-U, JSCAPE, Cerberus and
Titan: what is known of them is in the faults above, not in a test against them.

## What is left over

With ` + "`upload: direct`" + ` a program that was frozen for long, with its machine, can still write its file
after a later run has written a newer one: nothing on the server stops it.
With ` + "`upload: atomic`" + ` it asks for its lock before each rename.
`
