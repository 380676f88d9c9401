# One static binary and nothing else. In a project:
#   docker run --rm -u "$(id -u):$(id -g)" -v "$PWD:/project" charts render
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY cmd cmd
COPY internal internal
RUN CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -gcflags=all=-d=fmahash=qn -o /charts ./cmd/charts

FROM scratch
# To ask databases over TLS needs the authorities that the world trusts.
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /charts /charts
COPY LICENSE THIRD-PARTY.txt /licences/
COPY internal/font/OFL.txt internal/font/NOTICE /licences/noto-sans-sc/
COPY internal/render/dashboard/assets/LICENSE internal/render/dashboard/assets/NOTICE /licences/echarts/
COPY internal/typeset/NOTICE /licences/budoux/
WORKDIR /project
ENTRYPOINT ["/charts"]
