const mebibyte = 1024 * 1024;

/** A file system as it is made and mounted for a power cut. */
export interface FileSystem {
  readonly name: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** The command that makes it in a file, whose path follows. */
  readonly make: readonly [string, ...string[]];
  /** Mount options beside `loop`. */
  readonly options: readonly string[];
}

const ext4 = {
  type: 'ext4',
  size: 32 * mebibyte,
  make: ['mkfs.ext4', '-q', '-F', '-b', '4096', '-E', 'lazy_itable_init=0,lazy_journal_init=0,nodiscard'],
} as const;

/** The file systems of D3; the first two are the quick tier's. */
export const fileSystems: readonly FileSystem[] = [
  { ...ext4, name: 'ext4', options: [] },
  { ...ext4, name: 'ext4 noauto_da_alloc', options: ['noauto_da_alloc'] },
  // Its copies have one identity: never two at a time under one kernel, but one after the other.
  {
    name: 'xfs',
    type: 'xfs',
    size: 320 * mebibyte,
    make: ['mkfs.xfs', '-q', '-f', '-K'],
    options: ['nouuid'],
  },
  { name: 'btrfs', type: 'btrfs', size: 256 * mebibyte, make: ['mkfs.btrfs', '-q', '-f', '-K'], options: [] },
];
