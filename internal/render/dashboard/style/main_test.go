package style_test

import (
	"testing"

	"charts/internal/browsertest"
)

func TestMain(m *testing.M) { browsertest.Main(m) }
