import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLibrary } from '../../electron/core/checkLibrary.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { damagedLibrary } from '../support/damagedLibrary.ts';
import { folderState } from '../support/folderState.ts';
import { recoverDesk } from '../support/recoverDesk.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const check = (root: string, userData: string) =>
  checkLibrary(nodePorts, { root, userData, progress: () => undefined });

describe('a check of a library', () => {
  it('finds nothing in a sound one, and says how much it read', async () => {
    const { root, userData } = await recoverDesk();
    expect(await check(root, userData)).toEqual({
      findings: [],
      read: { articles: 1, versions: 0, pictures: 0, trashed: 0 },
    });
  });

  it('finds everything that is damaged, and what is only worth knowing', async () => {
    const { root, userData, names } = await damagedLibrary();
    const { findings } = await check(root, userData);
    const told = findings.map(({ file, kind, damage }) => `${damage ? 'damage' : 'note'} ${kind} ${file}`);
    const one = names.duplicates.find((name) => told.includes(`note duplicate ${name}`)) ?? '';
    expect(told.toSorted()).toEqual(
      [
        `damage damaged ${names.cut}`,
        `damage damaged ${names.badVersion}`,
        `damage damaged ${names.wrong}`,
        `damage missing ${names.pictured}`,
        `note conflict ${names.copy}`,
        `note duplicate ${one}`,
        `note gone ${names.gone}`,
        `note newer ${names.newer}`,
        `note temporary ${names.orphan}`,
      ].toSorted(),
    );
  });

  it('tells where a damaged article is whole, the newest first', async () => {
    const { root, userData, names, path } = await damagedLibrary();
    const { findings } = await check(root, userData);
    const good = (file: string) =>
      findings.find((one) => one.file === file)?.good.map(({ where, path: at }) => `${where} ${at}`);
    expect(good(names.cut)).toEqual([
      `trash ${names.trashed}`,
      `journal ${path}`,
      `history ${names.goodVersion}`,
      `copy ${names.copy}`,
    ]);
    expect(good(names.wrong)).toEqual([`picture ${names.sameAsWrong}`]);
    expect(good(names.pictured)).toEqual([]);
  });

  it('changes no byte and no time, of the library or of the journal', async () => {
    const { root, userData } = await damagedLibrary();
    const before = [folderState(root), folderState(userData)];
    await check(root, userData);
    expect([folderState(root), folderState(userData)]).toEqual(before);
  });

  it('goes on where the identity is missing or no identity, and says so', async () => {
    const { root, userData } = await damagedLibrary();
    const whole = (await check(root, userData)).findings.length;
    for (const spoil of [
      () => writeFileSync(join(root, '.copydesk', 'library.json'), '{}'),
      () => rmSync(join(root, '.copydesk', 'library.json')),
    ]) {
      spoil();
      const { findings } = await check(root, userData);
      expect(findings[0]).toMatchObject({ file: '.copydesk/library.json', kind: 'identity', damage: true });
      expect(findings).toHaveLength(whole + 1);
    }
  });

  it('refuses a folder that never was a library', async () => {
    const folder = temporaryFolder();
    await expect(check(folder, folder)).rejects.toMatchObject({ code: 'library-missing' });
    await expect(check(join(folder, 'none'), folder)).rejects.toMatchObject({ code: 'library-missing' });
  });
});
