package main

import (
	"archive/zip"
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	if filepath.Base(os.Args[0]) != "charts" { // the tests, not the program that they run
		for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
			os.Unsetenv(name) // they compare with English
		}
	}
	testscript.Main(m, map[string]func(){
		"charts": main,
	})
}

// TestScripts runs the scripts that say how the command behaves. UPDATE_SCRIPTS=1
// rewrites what they compare with.
func TestScripts(t *testing.T) {
	fonts, err := filepath.Abs("../../internal/font")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Setup: func(env *testscript.Env) error {
			env.Setenv("FONTS", fonts)
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, ".cache"))
			return nil
		},
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"pack": pack, "sqlite": sqlite},
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

// pack makes a zip file, such as a Word document, of a folder: pack FILE FOLDER.
func pack(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	w := zip.NewWriter(f)
	ts.Check(w.AddFS(os.DirFS(ts.MkAbs(args[1]))))
	ts.Check(w.Close())
	ts.Check(f.Close())
}

// sqlite runs SQL on an SQLite file: sqlite FILE SQL.
func sqlite(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = db.Exec(args[1])
	ts.Check(err)
	ts.Check(db.Close())
}
