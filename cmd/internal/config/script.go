package config

import "github.com/schoolinks-sync/schoolinks-sync/examples"

// Script returns the configuration that makes the files of District 118's script.
func Script() (*Config, error) {
	return Parse("examples/d118-script.yaml", examples.Script)
}
