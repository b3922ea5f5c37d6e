package publishtest_test

import (
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
)

func TestMemory(t *testing.T) {
	publishtest.Contract(t, func(_ *testing.T, now func() time.Time) publishtest.Store {
		return publishtest.NewMemory(now)
	})
}
