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
COPY --from=build /charts /charts
COPY LICENSE THIRD-PARTY.txt internal/font/OFL.txt internal/render/dashboard/assets/NOTICE /licences/
WORKDIR /project
ENTRYPOINT ["/charts"]
