package main

import (
	"crypto/rand"
	"fmt"
	"net"
	"strconv"

	"github.com/spf13/cobra"

	"charts/internal/build"
	"charts/internal/message"
	"charts/internal/serve"
)

func newServe(s streams) *cobra.Command {
	var o build.Options
	var port int
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show figures and dashboards live in a browser on this machine",
		Long: `Serves figures, dashboards and the tables of the report on 127.0.0.1, and shows
every change of a spec, a report or a side file at once. A form tries out a spec.
Nothing is written, no file is served, and no page of another origin is answered.

The address is printed to standard output. It holds a secret, so that no other
user of this machine reads along. Interrupt it to end it.`,
		Example: `  charts serve
  charts serve --report 2023.txt --port 8000`,
		Args: arity{}.check,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if port < 0 || port > 65535 {
				return message.Errorf("there is no port %d; they go from 0 to 65535", port)
			}
			l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
			if err != nil {
				return message.Errorf("cannot listen on port %d: another program may use it; choose one with --port", port)
			}
			secret := rand.Text()
			fmt.Fprintf(s.out, "http://%s/%s/\n", l.Addr(), secret)
			o.Language, o.Stdin = s.language, nil // which could be read once
			return serve.New(cmd.Context(), o).Run(cmd.Context(), l, secret)
		},
	}
	f := cmd.Flags()
	inputFlags(s, f, &o)
	f.IntVarP(&port, "port", "p", 8360, "`port` to listen on; 0 takes a free one")
	return cmd
}
