import { constants } from 'node:os';
import { basename } from 'node:path';
import { CopydeskError, messageOf, type ErrorCode } from '../../shared/error.ts';

/** The `code` of a Node error ('ENOSPC'), '' for anything else. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return '';
  // Node has no name for a quota that is used up, only its number.
  return 'errno' in error && error.errno === -constants.errno.EDQUOT ? 'EDQUOT' : error.code;
}

const meanings: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOSPC: ['disk-full', 'the disk is full'],
  EDQUOT: ['disk-full', 'your share of the disk is used up'],
  EACCES: ['not-permitted', 'this computer does not permit it'],
  EPERM: ['not-permitted', 'this computer does not permit it'],
  EBUSY: ['not-permitted', 'another program holds the file'],
  EROFS: ['not-permitted', 'the disk is read-only'],
  ENOENT: ['not-found', 'it is not there any more'],
  ENOTDIR: ['not-found', 'its folder is not a folder'],
  ELOOP: ['refused', 'it is a link'],
  EISDIR: ['refused', 'a folder has that name'],
  ENAMETOOLONG: ['refused', 'its name is too long'],
};

const readings = ['read', 'opened'];

/** A system's error as one for people: “what” names the deed that failed, `safe` says what is unharmed. */
export function systemError(error: unknown, what: string, path: string, safe = ''): CopydeskError {
  if (error instanceof CopydeskError) return error;
  const other = readings.includes(what) ? 'damaged' : 'write-failed';
  const [code, reason] = meanings[codeOf(error)] ?? [other, messageOf(error)];
  const text = `“${basename(path)}” could not be ${what}: ${reason}.`;
  return new CopydeskError(code, safe === '' ? text : `${text} ${safe}`, { cause: error });
}
