package main

import (
	"context"
	"errors"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
)

// source says where PowerSchool is and as whom to read it.
type source struct {
	User        string
	Password    func() string // asked once, on opening
	Database    string        // host:port/service or host:port/database, for PostgreSQL also a URL
	Insecure    bool          // PostgreSQL on another machine may be read without sslmode=verify-full
	Timezone    string        // of the district, an IANA name
	Timeout     time.Duration // of each query
	Application string        // what the database's list of sessions calls this program
}

// drivers open a source; none of them connects yet.
var drivers = map[string]func(source) (powerschool.Driver, error){
	config.Oracle:   openOracle,
	config.Postgres: openPostgres,
}

// errLate is that the database itself says that a query took too long.
var errLate = errors.New("PowerSchool's database did not answer in time")

// What a database says, in whichever words, of an account and of a query.
var (
	errAccount = errors.New("PowerSchool's database refused the account")
	errSelect  = errors.New("the account may not read this")
	errAnswer  = errors.New("PowerSchool's database could not answer")
)

// errClient is that Oracle's client library cannot be loaded.
var errClient = errors.New("load Oracle's client library")

// What to do when PowerSchool's database cannot be read.
const (
	checkAddress = "check POWERSCHOOL_PROD_DB and that the database can be reached from here, then try again"
	checkAccount = "check POWERSCHOOL_READ_USER and POWERSCHOOL_DB_PASSWORD before running again: " +
		"databases lock accounts after a few wrong passwords"
	raiseTimeout = "try again later, or raise powerschool.timeout"
	grantSelect  = "grant the account of POWERSCHOOL_READ_USER select on PowerSchool's tables"
	nameAbsent   = "to see which table or column it is, run: extract check"
)

// connect prepares to read PowerSchool through the driver that was chosen.
func (p *program) connect(
	conf *config.Config,
	env config.Source,
) (*powerschool.Source, powerschool.Driver, error) {
	driver, err := drivers[env.Driver](source{
		User:        env.User,
		Password:    env.Password.Reveal,
		Database:    env.Database.Reveal(),
		Insecure:    conf.InsecureDatabase,
		Timezone:    "UTC",
		Timeout:     conf.PowerSchool.Timeout,
		Application: "extract " + p.run,
	})
	if err != nil {
		return nil, driver, err
	}

	driver.Stuck = func(err error) {
		if errors.Is(err, context.DeadlineExceeded) { // the run's: a query's own limit is a fault
			err = cli.TimedOut(p.timeout, err)
		}
		p.ended <- err
	}
	s, err := powerschool.New(driver, conf.Settings())
	return s, driver, err
}
