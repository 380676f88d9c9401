package main

import (
	"runtime/debug"
	"testing"
)

func TestVersionOf(t *testing.T) {
	setting := func(key, value string) debug.BuildSetting { return debug.BuildSetting{Key: key, Value: value} }
	for _, c := range []struct {
		name            string
		info            *debug.BuildInfo
		version, commit string
	}{
		{"no build information", nil, "devel", ""},
		{"outside a checkout", &debug.BuildInfo{Main: debug.Module{Version: "(devel)"}}, "devel", ""},
		{"installed", &debug.BuildInfo{Main: debug.Module{Version: "v1.4.0"}}, "v1.4.0", ""},
		{"checkout", &debug.BuildInfo{Settings: []debug.BuildSetting{setting("vcs.revision", "abc"), setting("vcs.modified", "false")}}, "devel", "abc"},
		{"changed checkout", &debug.BuildInfo{Settings: []debug.BuildSetting{setting("vcs.modified", "true"), setting("vcs.revision", "abc")}}, "devel", "abc+changes"},
	} {
		if v := versionOf(c.info); v.Version != c.version || v.Commit != c.commit {
			t.Errorf("%s: version %q, commit %q; want %q, %q", c.name, v.Version, v.Commit, c.version, c.commit)
		}
	}
}
