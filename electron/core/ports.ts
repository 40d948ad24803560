/** What lies at a path; never follows a link. */
export interface FileStat {
  readonly kind: 'file' | 'directory' | 'link' | 'other';
  readonly size: number;
  /** The permission bits. */
  readonly mode: number;
  readonly links: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Changes whenever inode, size, mtime or ctime do. */
  readonly stamp: string;
}

/** A file that is open for writing. */
export interface OpenFile {
  /** Writes some of `bytes` from `offset` on and answers how many: it may be fewer than given. */
  readonly write: (bytes: Uint8Array, offset: number) => Promise<number>;
  readonly size: () => Promise<number>;
  /** Cuts the file back to so many bytes. */
  readonly cutTo: (size: number) => Promise<void>;
  /** Resolves when the bytes are on the disk. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The file system as `core` uses it; errors carry Node's `code`. One acceptance suite runs on every implementation. */
export interface Files {
  /** Creates a file, with these permission bits if given; fails with EEXIST if anything has that name. */
  readonly create: (path: string, mode?: number) => Promise<OpenFile>;
  /** Opens a file to write at its end, and creates it with this mode if nothing has that name; follows no link. */
  readonly append: (path: string, mode: number) => Promise<OpenFile>;
  /** Makes a file that shares its blocks with another one; false where the disk cannot, then nothing is made. */
  readonly clone: (from: string, to: string) => Promise<boolean>;
  /** Reads a regular file without following a link; throws `refused` for anything else, `too-large` beyond `limit` bytes. */
  readonly read: (path: string, limit: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** As `read`, and what the file was when it was read. */
  readonly readWithStat: (
    path: string,
    limit: number,
  ) => Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly stat: FileStat }>;
  /** The names in a folder, sorted. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Null where nothing has that name. */
  readonly stat: (path: string) => Promise<FileStat | null>;
  /** The path with every link followed. */
  readonly resolve: (path: string) => Promise<string>;
  /** Makes a folder and those above it; an existing one is fine. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** Replaces what has the new name. */
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Resolves when the folder's names are on the disk; does nothing on Windows, which has no such call. */
  readonly syncFolder: (path: string) => Promise<void>;
}

/** Files as a thread reads them that may wait for the disk: many small ones at a third of the cost. Errors carry Node's `code`. */
export interface BlockingFiles {
  /** The names in a folder in no order, read as they are asked for. */
  readonly names: (folder: string) => IteratorObject<string>;
  /** Null where nothing has that name. */
  readonly stat: (path: string) => FileStat | null;
  /** As `Files.read`, and what the file was when it was read. */
  readonly read: (
    path: string,
    limit: number,
  ) => { readonly bytes: Uint8Array<ArrayBuffer>; readonly stat: FileStat };
}

/** Time, so that tests can own it. */
export interface Clock {
  /** Milliseconds since 1970, as the computer believes. */
  readonly now: () => number;
  /** Milliseconds since some start; never jumps. */
  readonly elapsed: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Random names. */
export interface Ids {
  /** `count` random lower-case hex digits. */
  readonly hex: (count: number) => string;
}

/** Everything that `core` needs of the outside. */
export interface Ports {
  readonly files: Files;
  /** For a worker; main never waits. */
  readonly blocking: BlockingFiles;
  readonly clock: Clock;
  readonly ids: Ids;
  /** This computer's name, for the names of conflict copies. */
  readonly host: string;
  /** The name of the person who is logged in, for records of what they decided; '' if the system does not say. */
  readonly user: string;
}
