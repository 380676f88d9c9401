// Charts turns an annual report and declarative specs into figures for paper and
// dashboards for the screen.
//
// The rules of its voice: results go to standard output, progress and problems
// to standard error. A problem says what, where and what to do; it begins with
// its place, or with "charts:" when it has none. Exit status: 0 done, 1 findings,
// 2 the command could not do its work.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	_ "charts/internal/ballast" // it need only be there
	"charts/internal/build"
	"charts/internal/diag"
	"charts/internal/message"
)

// heap is the memory from which on the collector runs oftener, so that a run stays
// below a GiB where it can. GOMEMLIMIT says otherwise.
const heap = 768 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(heap)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// streams are the ends of the command: the terminal, or buffers in a test.
type streams struct {
	in       io.Reader
	out, err io.Writer
	*voice
}

// A status is an exit code on its way up to run. Everything has been said.
type status int

func (s status) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

const (
	findings status = 1
	failed   status = 2
)

// grace is how long an interrupted run may take to say what it has done. To end it
// then loses nothing: every file appears whole or not at all.
const grace = 800 * time.Millisecond

// run is the whole program: arguments and streams in, exit code out.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out := &results{w: stdout}
	s := streams{stdin, out, stderr, voiceOf(args)}
	root := newRoot(s)
	root.SetArgs(args)
	code := execute(root, args, s)
	if out.err != nil {
		s.say(stderr, "charts: cannot write the results: %s", out.err)
		return int(failed)
	}
	return code
}

// results are what a command writes to standard output. A command need not look
// at every error: one result that is lost fails the run.
type results struct {
	w   io.Writer
	err error // the first
}

func (r *results) Write(p []byte) (int, error) {
	n, err := r.w.Write(p)
	if r.err == nil {
		r.err = err
	}
	return n, err
}

// execute runs the command that was asked for. A panic in it is told in a line.
func execute(root *cobra.Command, args []string, s streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	done := make(chan struct{})
	defer close(done)
	context.AfterFunc(ctx, func() {
		stop() // the second interrupt ends it at once
		giveUp(done, s)
	})
	err := misread(root, args)
	if err == nil {
		err = diag.Try(func() error { return root.ExecuteContext(ctx) })
	}
	var code status
	var fault *diag.Fault
	switch {
	case err == nil:
		return 0
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &fault):
		err = usage(message.Of("this is a fault of charts; please report it with the files that show it"), "the program itself failed: %s", message.Data(fmt.Sprint(fault.Value)))
	}
	for i, text := range strings.Split(message.ErrorText(err).In(s.language), "\n") {
		if i == 0 {
			text = s.word("charts: ") + text
		}
		diag.PrintLine(s.err, "%s", text)
	}
	return int(failed)
}

// giveUp ends an interrupted run that is not done in time: in a reader or a library
// that minds no context.
func giveUp(done <-chan struct{}, s streams) {
	select {
	case <-done:
	case <-time.After(grace):
		s.say(s.err, "charts: interrupted; what was written is whole")
		os.Exit(int(failed))
	}
}

func newRoot(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "charts",
		Short: "Figures and dashboards from an annual report, every mark traced to its line",
		Example: `  charts render                      draw everything that specs/ describes into out/
  charts tables --report report.txt  list the tables of a report
  charts find "placement rate"        sentences and cells that contain it, with lines`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cmd.SetOut(s.err)
			cmd.Help()
			return failed
		},
	}
	root.SetFlagErrorFunc(flagError)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.AddCommand(
		newRender(s),
		newCheck(s),
		newFetch(s),
		newDiff(s),
		newServe(s),
		newInsert(s),
		newDeps(s),
		newTables(s),
		newFind(s),
		newData(s),
		newLint(s),
		newSchema(s),
		newNew(s),
		newAudit(s),
		newVersion(s),
	)
	root.PersistentFlags().Var(tongue{choice{new(string), languages}}, langFlag, "language of what is said (default: that of specs/charts.yaml, else of LANG)")
	root.PersistentPreRun = s.follow
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		switch cmd.Name() {
		case "help":
			cmd.Short, cmd.Long = "Help about any command", ""
			cmd.Args = func(_ *cobra.Command, args []string) error {
				if found, _, err := root.Find(args); len(args) > 0 && (err != nil || found == root) {
					return unknownCommand(root, args)
				}
				return nil
			}
		case "completion":
			cmd.Short, cmd.Long = "Print what a shell needs to complete commands and flags", ""
		}
	}
	complete(root)
	s.help(root)
	return root
}

// tell prints the problems of a run and returns failed when there are errors.
func tell(s streams, p *build.Project, problems diag.List) error {
	if p.Whose != "" && len(problems) > 0 {
		s.say(s.err, "%s:", p.Whose)
	}
	for _, problem := range problems {
		if problem.Pos == (diag.Pos{}) {
			fmt.Fprint(s.err, s.word("charts: "))
			diag.Print(s.err, s.language, diag.List{problem}, diag.Files{})
		}
	}
	diag.Print(s.err, s.language, located(problems), p.Files())
	if problems.HasErrors() {
		return failed
	}
	return nil
}

func located(problems diag.List) (with diag.List) {
	for _, problem := range problems {
		if problem.Pos != (diag.Pos{}) {
			with = append(with, problem)
		}
	}
	return with
}
