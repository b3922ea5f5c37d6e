package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// What the values of a fact say, and how many students have one.

// no and yes are the values that mean no and yes. F and T do only beside each other and
// nothing else, because F is free to the lunch status.
var (
	no  = []string{"0", "N", "NO", "FALSE"}
	yes = []string{"1", "Y", "YES", "TRUE", "X"}
)

// meansNo reports whether a value of a column, all of whose values are given, means no.
func meansNo(text string, all []string) bool {
	return isWord(text, no) || strings.EqualFold(text, "F") && areTrueAndFalse(all)
}

// meansYes is the same for yes.
func meansYes(text string, all []string) bool {
	return isWord(text, yes) || strings.EqualFold(text, "T") && areTrueAndFalse(all)
}

func isWord(text string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		return strings.EqualFold(strings.TrimSpace(text), word)
	})
}

// areTrueAndFalse reports whether values are T and F, and nothing else.
func areTrueAndFalse(all []string) bool {
	return len(all) == 2 && isWord("T", all) && isWord("F", all)
}

// few is how many students are too few to say how many they are: somebody could be
// recognized.
const few = 10

// count writes a number of students.
func count(n int64) string {
	if n > 0 && n < few {
		return fmt.Sprintf("<%d", few)
	}
	return thousands(n)
}

func thousands(n int64) string {
	if n < 1000 {
		return strconv.FormatInt(n, 10)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}

// valueCount writes a value of a fact, and how many students have it.
func valueCount(text, count string) string {
	if text == "" {
		text = "null"
	}
	return text + " × " + count
}
