package fact

import (
	"bytes"

	"github.com/parquet-go/parquet-go"
)

// Parquet is a file of facts.
func Parquet(all []Fact) ([]byte, error) {
	var b bytes.Buffer
	w := parquet.NewGenericWriter[Fact](&b, parquet.Compression(&parquet.Zstd), parquet.CreatedBy("charts-reach", "1", ""))
	if _, err := w.Write(all); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
