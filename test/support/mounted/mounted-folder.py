"""Mounts a folder again elsewhere (FUSE): every call answers after some seconds, or hard links fail as on a mount of rclone.

mounted-folder.py FOLDER MOUNT SECONDS [no-links]
"""

import errno
import os
import sys
import time

from fusepy import FUSE, FuseOSError, Operations

folder, mount, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
has_links = "no-links" not in sys.argv[4:]


class MountedFolder(Operations):
    """Passes every call on, late."""

    def __call__(self, name, path, *arguments):
        # The system asks for nothing else while a mount is made and taken away.
        if name not in ("init", "destroy"):
            time.sleep(seconds)
        return super().__call__(name, folder + path, *arguments)

    def getattr(self, path, fh=None):
        found = os.lstat(path)
        keys = ("st_atime", "st_ctime", "st_gid", "st_mode", "st_mtime", "st_nlink", "st_size", "st_uid")
        return {key: getattr(found, key) for key in keys}

    def readdir(self, path, fh):
        return [".", "..", *os.listdir(path)]

    def access(self, path, mode):
        if not os.access(path, mode):
            raise FuseOSError(errno.EACCES)

    def chmod(self, path, mode):
        return os.chmod(path, mode)

    def create(self, path, mode, fi=None):
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)

    def open(self, path, flags):
        return os.open(path, flags)

    def read(self, path, size, offset, fh):
        return os.pread(fh, size, offset)

    def write(self, path, data, offset, fh):
        return os.pwrite(fh, data, offset)

    def truncate(self, path, length, fh=None):
        os.truncate(path, length)

    def flush(self, path, fh):
        return 0

    def fsync(self, path, datasync, fh):
        return os.fsync(fh)

    def release(self, path, fh):
        return os.close(fh)

    def mkdir(self, path, mode):
        return os.mkdir(path, mode)

    def rmdir(self, path):
        return os.rmdir(path)

    def unlink(self, path):
        return os.unlink(path)

    def rename(self, old, new):
        return os.rename(old, folder + new)

    def link(self, target, source):
        if not has_links:
            raise FuseOSError(errno.EIO)
        return os.link(folder + source, target)

    def utimens(self, path, times=None):
        return os.utime(path, times)

    def statfs(self, path):
        found = os.statvfs(path)
        keys = ("f_bavail", "f_bfree", "f_blocks", "f_bsize", "f_files", "f_frsize", "f_namemax")
        return {key: getattr(found, key) for key in keys}


FUSE(MountedFolder(), mount, foreground=True, nothreads=False, fsname="trellis-mounted-folder")
