package cli

import "runtime/debug"

// Version returns the version that the program was built as: of its module, or
// of the commit it was built from.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	return info.Main.Version
}
