# make demo   the whole nightly job on this machine, with invented children
# make test   everything that must hold: lint, then the tests under the race detector
# make soak   the long forms of the tests, with other seeds each time: under an hour
# make lint   vet, staticcheck, gofmt, lines of at most 120 columns, known vulnerabilities
# make portable
#             that all of it compiles without C, and for Windows and macOS
# make build  the two programs, into bin/
# make bench  speed and memory, as ratios
# make demo-servers [DIR=…], make demo-stop DIR=…
#             the demo's servers alone, left running: to try the README on
.PHONY: demo demo-servers demo-stop test soak lint portable build bench

demo:
	@.ci/need go postgres
	go run ./cmd/demo

demo-servers:
	@.ci/need go postgres
	go run ./cmd/demo servers $(DIR)

demo-stop:
	go run ./cmd/demo stop $(DIR)

test: lint
	@.ci/need go cc libpq postgres pgbouncer sshd chromium
	go test -race -timeout 9m ./...

soak:
	@.ci/need go cc libpq postgres pgbouncer sshd proftpd rclone dropbear
	SOAK=1 go test -count=1 -timeout 55m -v -run '$(RUN)' ./cmd ./cmd/extract ./publish

lint:
	@.ci/need go cc
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...
	@unformatted=$$("$$(go env GOROOT)/bin/gofmt" -l .) && test -z "$$unformatted" || { echo "run gofmt -w on: $$unformatted"; exit 1; }
	go run .ci/columns.go
	.ci/vulnerable

portable:
	CGO_ENABLED=0 go build ./...
	CGO_ENABLED=0 go test -run TestWithoutC ./cmd/extract
	GOOS=windows CGO_ENABLED=0 go vet ./...
	GOOS=darwin CGO_ENABLED=0 go vet ./...

build:
	@.ci/need go cc
	go build -o bin/ ./cmd/extract
	CGO_ENABLED=0 go build -o bin/ ./cmd/publish

bench:
	@.ci/need go postgres
	go test -run '^$$' -bench . -benchmem ./...
