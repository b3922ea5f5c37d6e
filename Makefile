# make demo   the whole nightly job on this machine, with invented children
# make test   everything that must hold: vet, staticcheck, the tests under the race detector
# make portable
#             that all of it compiles without C, and for Windows and macOS
# make build  the two programs, into bin/
# make bench  speed and memory, as ratios
# make demo-servers [DIR=…], make demo-stop DIR=…
#             the demo's servers alone, left running: to try the README on
.PHONY: demo demo-servers demo-stop test portable build bench

demo:
	@.ci/need go postgres
	go run ./cmd/demo

demo-servers:
	@.ci/need go postgres
	go run ./cmd/demo servers $(DIR)

demo-stop:
	go run ./cmd/demo stop $(DIR)

test:
	@.ci/need go cc libpq postgres sshd chromium
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...
	go test -race -timeout 9m ./...

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
