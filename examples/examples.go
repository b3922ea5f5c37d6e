// Package examples has the example configurations that the programs themselves need.
package examples

import _ "embed"

// Script makes the files that District 118's Python script wrote.
//
//go:embed d118-script.yaml
var Script []byte
