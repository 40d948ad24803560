import { statfsSync } from 'node:fs';
import { cpus, release, tmpdir } from 'node:os';

const fileSystems: Readonly<Record<number, string>> = {
  0xef53: 'ext4',
  0x01021994: 'tmpfs',
  0x9123683e: 'btrfs',
  0x58465342: 'xfs',
  0x794c7630: 'overlayfs',
};

/** What the figures of this computer depend on: cores, kernel, file system of the temporary folder, Node. */
export function machine(): string {
  const type = statfsSync(tmpdir()).type;
  const disk = fileSystems[type] ?? `file system 0x${type.toString(16)}`;
  const kernel = `${process.platform} ${/^\d+\.\d+/.exec(release())?.[0] ?? ''}`;
  return `${cpus().length} cores, ${kernel}, ${disk}, Node ${process.versions.node}`;
}
