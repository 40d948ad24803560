import { join } from 'node:path';
import { mediaPattern } from '../../shared/article/address.ts';
import { messageOf } from '../../shared/error.ts';
import type { Finding } from './finding.ts';
import { folders } from './library.ts';
import { pictureLimits } from './picture.ts';
import type { Ports } from './ports.ts';
import { hashOf } from './serialise.ts';
import { systemError } from './systemError.ts';

const digits = /^media\/([0-9a-f]{64})\./;

/** What a check of the pictures found, and how many it read. */
export interface PictureCheck {
  readonly findings: readonly Finding[];
  readonly read: number;
}

/** Reads every file of `media/` against the hash in its name; `usedBy` names, by picture, the articles that show it. */
export async function checkPictures(
  { files }: Ports,
  root: string,
  usedBy: ReadonlyMap<string, readonly string[]>,
  progress: (file: string) => void,
): Promise<PictureCheck> {
  const names = await files.list(join(root, folders.media)).catch((): readonly string[] => []);
  const byHash = new Map<string, readonly string[]>();
  const findings: Finding[] = [];
  const bad: { readonly src: string; readonly message: string }[] = [];
  let read = 0;
  for (const name of names) {
    const src = `media/${name}`;
    const path = join(root, folders.media, name);
    try {
      if ((await files.stat(path))?.kind === 'directory') continue;
      progress(src);
      const hash = hashOf(await files.read(path, pictureLimits.bytes));
      read += 1;
      byHash.set(hash, [...(byHash.get(hash) ?? []), src]);
      if (mediaPattern.test(src) && digits.exec(src)?.[1] !== hash)
        bad.push({ src, message: 'Its bytes are not those of the picture that its name stands for' });
    } catch (error) {
      bad.push({ src, message: messageOf(systemError(error, 'read', path)) });
    }
  }
  const whole = (src: string) =>
    (byHash.get(digits.exec(src)?.[1] ?? '') ?? []).map(
      (path) => ({ where: 'picture', path, at: null, words: null }) as const,
    );
  for (const { src, message } of bad) {
    const users = usedBy.get(src) ?? [];
    const text = `${message}. ${users.length === 0 ? 'No article shows it' : `In: ${users.join(', ')}`}`;
    findings.push({ file: src, kind: 'damaged', message: text, damage: true, good: whole(src) });
  }
  for (const [src, users] of usedBy) {
    if (names.includes(src.slice('media/'.length))) continue;
    for (const file of users)
      findings.push({
        file,
        kind: 'missing',
        message: `Its picture is missing: ${src}`,
        damage: true,
        good: whole(src),
      });
  }
  return { findings, read };
}
