package report

// bounds are the least and the most that a hidden count can be.
type bounds struct{ least, most int64 }

// endless is more than any count.
const endless = int64(1) << 40

// boundsOf returns what a reader knows of a line's count. No more rows were
// added or changed than there are.
func boundsOf(l *Line, c column) bounds {
	n := c.of(l)
	switch n.hidden {
	case shown:
		return bounds{n.n, n.n}
	case small:
		return bounds{0, tooFew - 1}
	}

	amongRows := c == added || c == changed
	if amongRows && l.Rows.hidden == shown {
		return bounds{tooFew, l.Rows.n}
	}
	return bounds{tooFew, endless}
}

// sum adds what is known of a table's lines.
func (t Table) sum(c column) (s bounds) {
	for i := range t.Lines {
		b := boundsOf(&t.Lines[i], c)
		s.least += b.least
		s.most += b.most
	}
	return s
}

// tells reports whether the tables of a column together tell one of its small
// counts: each of them adds up to the same total.
func (cc *CauseChanges) tells(c column) bool {
	total := boundsOf(cc.Total(), c)
	for _, t := range cc.Counts() {
		sum := t.sum(c)
		total.least = max(total.least, sum.least)
		total.most = min(total.most, sum.most)
	}

	for _, t := range cc.Counts() {
		if t.tells(c, total) {
			return true
		}
	}
	return false
}

// tells reports whether a small count of the table can be only one number, where
// the lines add up to a total within bounds.
func (t Table) tells(c column, total bounds) bool {
	sum := t.sum(c)
	for i := range t.Lines {
		line := &t.Lines[i]
		b := boundsOf(line, c)
		others := bounds{
			least: sum.least - b.least,
			most:  sum.most - b.most,
		}
		least := max(b.least, total.least-others.most)
		most := min(b.most, total.most-others.least)

		isSmall := c.of(line).hidden == small
		if isSmall && least == most {
			return true
		}
	}
	return false
}
