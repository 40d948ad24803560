/** The nine errors of D5 in `reliability.md` §11 with which a call on a file can fail. */
export const errnos = ['EIO', 'ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EBUSY', 'EROFS', 'EMFILE', 'EINTR'];
