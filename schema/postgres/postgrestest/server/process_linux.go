package server

import (
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"syscall"
)

// own gives dir to the user that the server will run as.
func own(dir string) error {
	if os.Getuid() != 0 {
		return nil
	}
	who, err := unprivilegedUser()
	if err != nil {
		return err
	}

	return os.Chown(dir, int(who.Uid), int(who.Gid))
}

// unprivileged makes root, as in a container, run the program as the user
// postgres, since PostgreSQL refuses to run as root. With bound it ends when
// this process does, however that comes; without, signals of this process's
// terminal do not reach it.
func unprivileged(program *exec.Cmd, bound bool) error {
	attr := &syscall.SysProcAttr{Setpgid: true}
	if bound {
		attr.Pdeathsig = syscall.SIGQUIT
	}
	if os.Getuid() == 0 {
		who, err := unprivilegedUser()
		if err != nil {
			return err
		}
		attr.Credential = who
	}

	program.SysProcAttr = attr
	return nil
}

func unprivilegedUser() (*syscall.Credential, error) {
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, err
	}

	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, err
	}

	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, err
}
