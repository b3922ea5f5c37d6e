package config

import (
	"fmt"
	"io"
	"log/slog"
)

// Secret is text that no way of printing, logging or encoding reveals.
type Secret struct{ text string }

const hidden = "***"

// Reveal returns the secret itself, for the one place that needs it.
func (s Secret) Reveal() string { return s.text }

// Format implements fmt.Formatter: *** for every verb and flag.
func (Secret) Format(f fmt.State, _ rune) {
	_, _ = io.WriteString(f, hidden) // fmt's own buffer takes everything
}

// String implements fmt.Stringer.
func (Secret) String() string { return hidden }

// GoString implements fmt.GoStringer.
func (Secret) GoString() string { return hidden }

// LogValue implements slog.LogValuer.
func (Secret) LogValue() slog.Value {
	return slog.StringValue(hidden)
}

// MarshalText implements encoding.TextMarshaler.
func (Secret) MarshalText() ([]byte, error) {
	return []byte(hidden), nil
}

// MarshalJSON implements json.Marshaler.
func (Secret) MarshalJSON() ([]byte, error) {
	return []byte(`"` + hidden + `"`), nil
}
