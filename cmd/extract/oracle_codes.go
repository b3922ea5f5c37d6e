//go:build cgo

package main

import (
	"errors"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// errAddress is that POWERSCHOOL_PROD_DB cannot be read, and errOldClient that
// godror needs a newer library.
var (
	errAddress   = errors.New("POWERSCHOOL_PROD_DB is not an address")
	errOldClient = errors.New("the client library of Oracle is too old")
)

const (
	writeService = "write host:port/service"
	reportCode   = "look the code up at https://docs.oracle.com/error-help/db/, " +
		"and ask the database's administrator about it"
)

// Codes that mean more than one thing.
const (
	oracleNoHost   = 12262 // a host name that was not found, or a word that Oracle took for one
	oracleParallel = 12801
)

// oracleWrappers carry the code that says more in a line of its own.
var oracleWrappers = []int{
	604,            // in SQL of Oracle's own, or in a trigger at the login
	2068,           // in another database, behind a link
	4088,           // in a trigger
	oracleParallel, // in a helper process
}

// oracleMeanings says what Oracle's codes mean, see https://docs.oracle.com/error-help/db/.
var oracleMeanings = slices.Concat(
	oracleNames,
	oracleReadAgain,
	oracleBusy,
	oracleNetwork,
	oracleIdentity,
	oracleAnswers,
)

// oracleNames are what does not exist, or may not be seen.
var oracleNames = []meaning[int]{
	{schema.Config, powerschool.ErrAbsent, nameAbsent, []int{904, 942, 4043}},
	{schema.Refused, errSelect, grantSelect, []int{1031, 1039, 41900}},
	{
		schema.Failure,
		errors.New("a view or a synonym of PowerSchool's database is broken"),
		"to see which one it is, run: extract check; then ask the database's administrator to recompile it",
		[]int{980, 1775, 4045, 4063},
	},
}

// oracleReadAgain are answers that changed while they were read.
var oracleReadAgain = []meaning[int]{
	{
		schema.Unreachable,
		lost("PowerSchool's data changed too much while it was read"),
		"run it when fewer people work in PowerSchool, or ask the database's administrator to raise undo_retention",
		[]int{1555, 8176, 8177, 22924},
	},
	{
		schema.Unreachable,
		lost("a table of PowerSchool was rebuilt while it was read"),
		"run it at another hour than the jobs that refresh or rebuild PowerSchool's tables",
		[]int{1410, 1466, 4061, 4065, 4068, 8103},
	},
	{
		schema.Unreachable,
		lost("a parallel query of PowerSchool's database broke off"),
		"try again later, or ask the database's administrator why a parallel query failed",
		[]int{oracleParallel, 12805, 12842, 12850},
	},
	{
		schema.Unreachable,
		lost("PowerSchool's database ended the session to resolve a deadlock"),
		"try again later",
		[]int{60},
	},
}

// oracleBusy are limits that the database's administrator knows.
var oracleBusy = []meaning[int]{
	{
		schema.Unreachable,
		errLate,
		raiseTimeout,
		[]int{1013, 3156}, // ended by a cancel or a time limit, also our own
	},
	{
		schema.Unreachable,
		lost("PowerSchool's database is starting, stopping or in maintenance"),
		askWhenOpen,
		[]int{1033, 1034, 1035, 1089, 1090, 1092, 1109, 1219, 12526, 12527, 12528, 12529, 27101},
	},
	{
		schema.Unreachable,
		lost("PowerSchool's database has no session left for this account"),
		"try again later, or ask the database's administrator to raise the limit of sessions or processes",
		[]int{18, 19, 20, 2391, 12516, 12518, 12519, 12520},
	},
	{
		schema.Unreachable,
		lost("PowerSchool's database ended the session"),
		"try again later, or ask the database's administrator who or which limit ends sessions",
		[]int{28, 31, 1012, 2392, 2394, 2395, 2396, 2399},
	},
	{
		schema.Unreachable,
		errors.New("PowerSchool's database limits how much one query may do"),
		"run it at another hour, or ask the database's administrator to raise the limit of the account's profile",
		[]int{40, 2393, 7455, 56735},
	},
	{
		schema.Unreachable,
		errors.New("PowerSchool's database has no temporary or undo space left"),
		"run it at another hour, or ask the database's administrator to enlarge the temporary or undo tablespace",
		slices.Concat(span(1650, 1655), []int{1536, 1628, 1630, 1632, 25153, 30036}),
	},
	{
		schema.Unreachable,
		errors.New("PowerSchool's database has no memory or cursors left"),
		"try again later, or ask the database's administrator to look at its memory and open cursors",
		[]int{1000, 4030, 4031, 4036, 27102, 32690},
	},
	{
		schema.Unreachable,
		errors.New("PowerSchool's database waits until its archived logs have room"),
		"ask the database's administrator to free the archive or recovery area, then try again",
		[]int{257, 16014, 16038, 19809, 19815},
	},
}

// oracleNetwork are Oracle's listener and the way to it.
var oracleNetwork = []meaning[int]{
	{
		schema.Config,
		errAddress,
		writeService,
		[]int{12154, 12162, 12261, 12263, 12533, 12538, 12557},
	},
	{
		schema.Unreachable,
		lost("the host name of PowerSchool's database cannot be found"),
		"check the host in POWERSCHOOL_PROD_DB, and this machine's DNS or VPN, then try again",
		[]int{12545, oracleNoHost},
	},
	{
		schema.Unreachable,
		lost("PowerSchool's listener does not know the service"),
		"check the service in POWERSCHOOL_PROD_DB (host:port/service), or try again when the database is open",
		[]int{12502, 12504, 12505, 12514, 12521, 12523, 12525},
	},
	{
		schema.Unreachable,
		lost("the connection to PowerSchool's database is disturbed"),
		"try again; if it stays, ask the network's administrator about firewalls on the way, " +
			"or write DISABLE_OOB=ON into the client's sqlnet.ora",
		[]int{12592, 12599, 12636, 12637},
	},
	{
		schema.Unreachable,
		powerschool.ErrLost,
		checkAddress,
		slices.Concat(
			[]int{3106, 3113, 3114, 3122, 3135, 3136, 3137, 12500, 28511, 28547},
			span(12150, 12153), []int{12155, 12157, 12161, 12170, 12203, 12224, 12225},
			span(12509, 12511), []int{12515, 12532}, span(12534, 12537), span(12539, 12544),
			[]int{12546, 12547, 12549, 12551, 12552, 12555, 12556, 12560, 12564},
			span(12566, 12571), span(12582, 12585), []int{12589, 12593}, span(12606, 12609),
		),
	},
}

// oracleIdentity are accounts, certificates and encryption: to try again does harm
// or no good.
var oracleIdentity = []meaning[int]{
	{
		schema.Refused,
		errAccount,
		checkAccount,
		slices.Concat([]int{1004, 1005, 1017, 1045, 1435}, span(28000, 28009), []int{28011, 28043, 28150, 28183}),
	},
	{
		schema.Refused,
		errors.New("PowerSchool's database and Oracle's client here have no way to log in that both know"),
		"install an Oracle Instant Client that the database's version supports, " +
			"or ask its administrator about SQLNET.ALLOWED_LOGON_VERSION_SERVER",
		[]int{3134, 28040, 28041},
	},
	{
		schema.Refused,
		errors.New("a rule of the district's own stopped this in PowerSchool's database"),
		"ask the database's administrator: a logon trigger may let in only some programs and machines",
		slices.Concat(span(20000, 20999), span(47300, 47410)),
	},
	{
		schema.Config,
		errors.New("the wallet of Oracle's client cannot be opened"),
		"check WALLET_LOCATION in the client's sqlnet.ora, and that this user may read the wallet",
		[]int{28759, 29106},
	},
	{
		schema.Refused,
		errors.New("PowerSchool's database and Oracle's client here do not agree on TLS"),
		"check the certificate, the wallet and the protocol tcps with the database's administrator",
		slices.Concat(span(28750, 28758), span(28760, 28899), span(29000, 29105), span(29107, 29249)),
	},
	{
		schema.Refused,
		errors.New("PowerSchool's database and Oracle's client here do not agree on encryption or authentication"),
		"compare SQLNET.ENCRYPTION, CRYPTO_CHECKSUM and AUTHENTICATION_SERVICES in the client's sqlnet.ora " +
			"with those of the server",
		slices.Concat([]int{12268, 12269}, span(12630, 12635), span(12638, 12699)),
	},
}

// oracleAnswers are faults of what is read, or of this program.
var oracleAnswers = []meaning[int]{
	{
		schema.Failure,
		errAnswer,
		askMaintainer,
		[]int{1426, 1427, 1476, 1722, 1830, 1841, 1843, 1847, 1858, 1861, 6502, 29275},
	},
	{
		schema.Failure,
		errors.New("PowerSchool's database has a fault of its own"),
		"ask the database's administrator to look at its alert log",
		[]int{376, 600, 1110, 1114, 1115, 1116, 1157, 1187, 1502, 1578, 7445},
	},
}

// span returns the codes from one to another.
func span(from, to int) (codes []int) {
	for code := from; code <= to; code++ {
		codes = append(codes, code)
	}
	return codes
}

// oracleMeaning returns what the first of the codes means that is known.
func oracleMeaning(codes []int) (meaning[int], bool) {
	for _, code := range codes {
		for _, m := range oracleMeanings {
			if slices.Contains(m.codes, code) {
				return m, true
			}
		}
	}
	return meaning[int]{}, false
}
