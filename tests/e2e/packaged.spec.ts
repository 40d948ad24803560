import { readFileSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { createPackage, extractAll, listPackage } from '@electron/asar';
import type { Page } from '@playwright/test';
import { expect, inProject, test } from '../support/app.ts';
import { docxOf, paragraph } from '../support/docxFile.ts';

const editor = (page: Page) => page.locator('.ProseMirror');

/** The archive that `npm run package` ships, of what its configuration names, unpacked again. */
async function packed(folder: string): Promise<{ readonly app: string; readonly names: readonly string[] }> {
  const configuration: unknown = JSON.parse(readFileSync(inProject('electron-builder.json'), 'utf8'));
  expect(configuration).toMatchObject({ asar: true, files: ['dist/**', 'package.json'] });
  const [source, archive, app] = ['source', 'app.asar', 'app'].map((name) => join(folder, name));
  if (source === undefined || archive === undefined || app === undefined) throw new Error('unreachable');
  await mkdir(source, { recursive: true });
  await cp(inProject('dist'), join(source, 'dist'), { recursive: true });
  await cp(inProject('package.json'), join(source, 'package.json'));
  await createPackage(source, archive);
  await rm(source, { recursive: true });
  extractAll(archive, app);
  return { app, names: listPackage(archive, { isPack: false }) };
}

test('the packaged files start alone, import a Word document and search in their workers', async ({
  launch,
}, testInfo) => {
  const { app, names } = await packed(testInfo.outputPath('packed'));
  // A worker is a file of its own, beside main: Electron opens both from the archive.
  const workers = ['importWorker/importWorker.cjs', 'indexWorker/indexWorker.cjs'];
  for (const worker of workers) expect(names).toContain(`/dist/${worker}`);
  for (const worker of workers) {
    const asked = readFileSync(join(app, 'dist', worker), 'utf8').matchAll(/\brequire\("([^"]+)"\)/gu);
    expect([...asked].flatMap(([, name = '']) => (isBuiltin(name) ? [] : [name]))).toEqual([]);
  }
  expect(names.filter((name) => !/^\/(?:dist(?:\/|$)|package\.json$)/u.test(name))).toEqual([]);

  const document = testInfo.outputPath('ferry.docx');
  const body = `${paragraph('Night ferry', 'Title')}${paragraph('The harbourmaster waited until morning.')}`;
  await writeFile(document, docxOf(body));
  const { page, reply } = await launch({ appDirectory: app });
  await page.getByRole('main').getByRole('button', { name: 'New Article' }).click();
  await editor(page).waitFor();
  await reply({ open: [document] });
  await page.keyboard.press('Control+Shift+O');
  await expect(editor(page)).toContainText('The harbourmaster waited until morning.');
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('harbourmaster');
  const rows = page.getByRole('grid', { name: 'Articles' }).getByRole('row');
  await expect(rows.locator('mark').first()).toHaveText('harbourmaster');
});
