package config

import (
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// set sets v from the text of a scalar.
func (d *decoder) set(key, text string, v reflect.Value) error {
	must, ours := setOurs(text, v)
	if !ours {
		must = setPlain(text, v)
	}

	if must != "" {
		return d.wrong(key, "must be "+must, "write "+must)
	}
	return nil
}

// setOurs sets v if it has a type with a form of its own, and returns what the text
// must be if it is not.
func setOurs(text string, v reflect.Value) (must string, ours bool) {
	switch v.Type() {
	case durationType:
		duration, err := time.ParseDuration(text)
		if err != nil || duration <= 0 {
			must = "a duration such as 10m or 26h"
		}
		v.SetInt(int64(duration))
	case percentType:
		percent, ok := parsePercent(text)
		if !ok {
			must = "a percentage such as 5%, from 0% to 100%"
		}
		v.SetFloat(percent)
	case daysType:
		days, ok := parseDays(text)
		if !ok {
			must = "a number of days such as 30d, or none"
		}
		v.SetInt(days)
	case rangeType:
		r, ok := parseRange(text)
		if !ok {
			must = "the least and the greatest value, such as 0..5, or none, or any"
		}
		v.Set(reflect.ValueOf(r))
	default:
		return "", false
	}
	return must, true
}

// setPlain sets v of a plain type, and returns what the text must be if it is not.
func setPlain(text string, v reflect.Value) (must string) {
	switch v.Kind() {
	case reflect.Bool:
		if text != "true" && text != "false" {
			must = "true or false"
		}
		v.SetBool(text == "true")
	case reflect.Int64:
		number, ok := parseWhole(text)
		if !ok {
			must = "a whole number"
		}
		v.SetInt(number)
	case reflect.Float64:
		number, ok := parseNumber(text)
		if !ok {
			must = "a number of zero or more, such as 0.5"
		}
		v.SetFloat(number)
	case reflect.String:
		if strings.ContainsFunc(text, unicode.IsControl) {
			must = "one line of text"
		}
		v.SetString(text)
	}
	return must
}

// scalar returns the text of a scalar as it is written, without its quotes.
func scalar(n ast.Node) (text string, quoted, ok bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		style := n.Token.Type
		quoted = style == token.SingleQuoteType || style == token.DoubleQuoteType
		return n.Value, quoted, true
	case *ast.LiteralNode:
		text = strings.TrimSuffix(n.Value.Value, "\n")
		return text, true, true
	case *ast.IntegerNode,
		*ast.FloatNode,
		*ast.BoolNode,
		*ast.InfinityNode,
		*ast.NanNode:
		return n.GetToken().Value, false, true
	default:
		return "", false, false
	}
}

var (
	whole   = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
	number  = regexp.MustCompile(`^[0-9]+(\.[0-9]+)?$`)
	percent = regexp.MustCompile(`^[0-9]+(\.[0-9]+)?%$`)
)

func parseWhole(text string) (int64, bool) {
	n, err := strconv.ParseInt(text, 10, 64)
	return n, err == nil && whole.MatchString(text)
}

func parseNumber(text string) (float64, bool) {
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && number.MatchString(text)
}

// parseDays reads whole days, from one to ten years.
func parseDays(text string) (days int64, ok bool) {
	if text == None {
		return 0, true
	}

	number, isDays := strings.CutSuffix(text, "d")
	days, ok = parseWhole(number)
	return days, ok && isDays && days > 0 && days <= 3660
}

// parseRange reads a range; none is nil.
func parseRange(text string) (*schema.GPARange, bool) {
	if text == None {
		return nil, true
	}

	r := &schema.GPARange{}
	err := r.UnmarshalText([]byte(text))
	least, _ := r.Least.Float()
	greatest, _ := r.Greatest.Float()
	ordered := text == schema.AnyGPA || least >= 0 && least < greatest
	return r, err == nil && ordered
}

func parsePercent(text string) (float64, bool) {
	digits := strings.TrimSuffix(text, "%")
	p, err := strconv.ParseFloat(digits, 64)
	valid := err == nil && p <= 100
	return p, valid && percent.MatchString(text)
}
