package main

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"charts/internal/build"
	"charts/internal/manifest"
)

// A version says what the program is made of, so that a report of a fault, and
// two machines that draw differently, can be told apart.
type version struct {
	Version  string `json:"version"`  // of the module; "devel" in a working tree
	Commit   string `json:"commit"`   // "" when it was not built from a checkout
	Renderer string `json:"renderer"` // of the drawing code; another one draws every output anew
	Go       string `json:"go"`
	ECharts  string `json:"echarts"`
}

func newVersion(s streams) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program, its drawing code and ECharts",
		Example: `  charts version
  charts version --json`,
		Args: arity{}.check,
		RunE: func(*cobra.Command, []string) error {
			info, _ := debug.ReadBuildInfo()
			v := versionOf(info)
			if asJSON {
				return json.NewEncoder(s.out).Encode(v)
			}
			fmt.Fprintf(s.out, "charts %s\n", v.Version)
			if v.Commit != "" {
				fmt.Fprintf(s.out, "commit %s\n", v.Commit)
			}
			fmt.Fprintf(s.out, "renderer %s\n%s\nECharts %s\n", v.Renderer, v.Go, v.ECharts)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return cmd
}

// versionOf reads what the Go command wrote into the program; info may be nil.
func versionOf(info *debug.BuildInfo) version {
	v := version{Version: "devel", Renderer: manifest.Renderer, Go: runtime.Version(), ECharts: build.ECharts}
	if info == nil {
		return v
	}
	if number := info.Main.Version; number != "" && number != "(devel)" {
		v.Version = number
	}
	changed := false
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			v.Commit = s.Value
		case "vcs.modified":
			changed = s.Value == "true"
		}
	}
	if changed {
		v.Commit += "+changes"
	}
	return v
}
