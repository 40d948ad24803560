import { describe, expect, it } from 'vitest';
import { lines } from '../support/cliStory.ts';
import { damagedLibrary } from '../support/damagedLibrary.ts';
import { desk } from '../support/desk.ts';
import { folderState } from '../support/folderState.ts';
import { recoverDesk } from '../support/recoverDesk.ts';

describe('desk check-library', () => {
  it('names each damaged file and where it is whole, changes nothing, and ends with 1', async () => {
    const { root, userData, names, path } = await damagedLibrary();
    const before = [folderState(root), folderState(userData)];
    const run = await desk(['check-library', '--library', root, '--user-data', userData]);
    expect(run.code).toBe(1);
    expect(run.err).toContain('4 things damaged or missing, 5 worth knowing');
    const out = lines(run.out);
    const at = out.findIndex((line) => line.startsWith(`${names.cut}: damaged: The file ends in the middle`));
    expect(out.slice(at + 1, at + 5)).toEqual([
      expect.stringMatching(/^ {2}whole: copy in the trash \(20\d\d-\d\d-\d\d \d\d:\d\d, \d+ words\): /),
      expect.stringContaining(`  whole: draft in the recovery journal (desk recover) (`),
      expect.stringContaining(`: ${names.goodVersion}`),
      expect.stringContaining(`: ${names.copy}`),
    ]);
    expect(out[at + 2]).toContain(path);
    const missing = out.findIndex((line) => line.includes(`Its picture is missing: ${names.missing}`));
    expect(out[missing + 1]).toBe('  whole: nowhere that is known');
    expect([folderState(root), folderState(userData)]).toEqual(before);
  });

  it('tells the same as JSON', async () => {
    const { root, userData, names } = await damagedLibrary();
    const run = await desk(['check-library', '--library', root, '--user-data', userData, '--json']);
    expect(run.code).toBe(1);
    expect(JSON.parse(run.out)).toMatchObject({
      root,
      damaged: 4,
      read: { articles: 6, versions: 3, trashed: 1 },
      findings: expect.arrayContaining([
        expect.objectContaining({
          file: names.wrong,
          damage: true,
          good: [{ where: 'picture', path: names.sameAsWrong, at: null, words: null }],
        }),
      ]),
    });
  });

  it('ends with 0 where nothing is damaged', async () => {
    const { root, userData } = await recoverDesk();
    const run = await desk(['check-library', '--library', root, '--user-data', userData]);
    expect(run).toMatchObject({ code: 0, out: '' });
    expect(run.err).toContain(
      '1 article, 0 versions, 0 pictures and 0 in the trash read: nothing is damaged',
    );
  });
});
