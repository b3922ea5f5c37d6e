package config

import (
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// GPA says where the grade point averages come from and how they are published.
type GPA struct {
	Source   schema.GPASource `yaml:"source"`
	Table    string           `yaml:"table"`
	Simple   string           `yaml:"simple"`
	Weighted string           `yaml:"weighted"`
	Code     string           `yaml:"store_code"` // of CLASSRANK
	MaxAge   Days             `yaml:"max_age"`    // of CLASSRANK
	Range    *schema.GPARange `yaml:"range"`      // written 0..5; nil is written none, and the zero range any
	Require  files.Require    `yaml:"require"`
	OmitZero bool             `yaml:"omit_zero"`
	Decimals *int64           `yaml:"decimals"` // nil is as many as a number needs
}

// gpa checks where the GPAs are and how they are published. The default names
// belong to one source, so a file with another source must have its own.
func (k *checker) gpa(c *Config) {
	g := c.GPA

	oneOf(k, "gpa.source", g.Source,
		schema.GPAOfExtension,
		schema.GPAOfStudents,
		schema.GPAOfClassRank)
	if g.Source == schema.GPAOfExtension {
		k.name("gpa.table", g.Table, tableName)
	} else {
		if k.given("gpa.table") {
			what := "cannot be combined with source " + string(g.Source)
			k.fail("gpa.table", what, "remove it: the table is PowerSchool's own")
		}
		k.present("gpa.source", "gpa.simple")
		k.present("gpa.source", "gpa.weighted")
	}

	if c.Files.enabled(hasGPA) {
		k.notEmpty("gpa.simple", len(g.Simple+g.Weighted))
	}
	if g.Source != schema.GPAOfClassRank { // there they are methods, which can have any name
		k.noneOrName("gpa.simple", g.Simple)
		k.noneOrName("gpa.weighted", g.Weighted)
	}

	if k.given("gpa.store_code") && g.Source != schema.GPAOfClassRank {
		what := "cannot be combined with source " + string(g.Source)
		k.fail("gpa.store_code", what, "remove it: only CLASSRANK has store codes")
	}

	oneOf(k, "gpa.require", g.Require,
		files.Any,
		files.Both)
	haveBoth := g.Simple != "" && g.Weighted != ""
	if g.Require == files.Both && !haveBoth {
		k.fail("gpa.require", "both GPAs are required, but one of them is not read",
			"write any, or name both columns")
	}
	k.decimals("gpa.decimals", g.Decimals)
}

func (k *checker) noneOrName(key, column string) {
	if column != "" {
		k.name(key, column, columnName)
	}
}

func (k *checker) decimals(key string, n *int64) {
	if n != nil {
		k.within(key, *n, 0, 15)
	}
}

// hasGPA reports whether a file has grade point averages.
func hasGPA(kind files.Kind) bool {
	for _, c := range kind.Columns {
		if c.Measure == schema.GradePoints {
			return true
		}
	}
	return false
}
