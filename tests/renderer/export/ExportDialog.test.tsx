// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleToJson } from '../../../shared/article/article.ts';
import { CopydeskError } from '../../../shared/error.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { defaultSettings } from '../../../shared/ipc/settings.ts';
import { ExportDialog } from '../../../renderer/export/ExportDialog.tsx';
import { createServices, ServicesContext } from '../../../renderer/window/services.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { createFakeConnection, type Answers } from '../../support/fakeConnection.ts';
import { someArticle } from '../../support/someArticle.ts';

// React asks for it where there is no browser's event loop.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
beforeEach(() => {
  const host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

type Exported = CallOutput<'export:save'>;

async function show(save: () => Promise<Exported>, more: Answers = {}) {
  const clock = createFakeClock();
  const article = someArticle();
  const connection = createFakeConnection({
    'article:open': () => ({
      article: articleToJson(article),
      hash: 'h',
      file: 'a.copydesk',
      readOnly: null,
      elsewhere: 0,
    }),
    'settings:set': () => defaultSettings,
    'export:save': save,
    ...more,
  });
  const services = createServices(connection, clock);
  await services.draft.open({ id: article.id });
  let closed = 0;
  await act(async () =>
    root.render(
      <ServicesContext value={services}>
        <ExportDialog onClose={() => (closed += 1)} />
      </ServicesContext>,
    ),
  );
  const press = (name: string) =>
    act(async () => {
      const button = Array.from(document.querySelectorAll('button')).find((one) => one.textContent === name);
      const form = button?.getAttribute('form') ?? null;
      if (form === null) button?.click();
      else document.querySelector('form')?.requestSubmit();
    });
  return {
    services,
    clock,
    connection,
    press,
    closed: () => closed,
    text: () => document.body.textContent ?? '',
  };
}

const written: Exported = { path: '/out/story.html', media: [], warnings: [] };

describe('ExportDialog', () => {
  it('closes when the file is written, and remembers the format', async () => {
    const { press, closed, connection } = await show(() => Promise.resolve(written));
    await press('Export…');
    expect(closed()).toBe(1);
    expect(connection.sent).toContainEqual({ name: 'settings:set', input: { exportFormat: 'html' } });
  });

  it('stays for what is missing in the file', async () => {
    const { press, closed, text } = await show(() =>
      Promise.resolve({
        path: '/out/story.html',
        media: ['/out/media/a.png'],
        warnings: ['A picture is missing: b'],
      }),
    );
    await press('Export…');
    expect(text()).toContain('/out/story.html');
    expect(text()).toContain('1, in the folder “media”');
    expect(text()).toContain('A picture is missing: b');
    await press('Done');
    expect(closed()).toBe(1);
  });

  it('shows progress once it takes more than a second, and not before', async () => {
    let finish: (value: Exported) => void = () => undefined;
    const { press, clock, connection, text } = await show(() => new Promise((resolve) => (finish = resolve)));
    await press('Export…');
    await act(async () => connection.emit('export:progress', { done: 0, of: 3, file: 'story.html' }));
    expect(text()).not.toContain('Writing');
    await clock.advance(1200);
    await act(async () => connection.emit('export:progress', { done: 1, of: 3, file: 'a.png' }));
    expect(text()).toContain('Writing a.png');
    expect(document.querySelector('[role="progressbar"]')?.getAttribute('aria-valuenow')).toBe('1');
    await act(async () => finish(null));
    expect(text()).not.toContain('Writing');
  });

  it('keeps an error, with what is safe', async () => {
    const { press, closed, text } = await show(() =>
      Promise.reject(new CopydeskError('disk-full', '“story.html” could not be written: the disk is full.')),
    );
    await press('Export…');
    expect(closed()).toBe(0);
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('the disk is full');
    expect(text()).toContain('The article itself is safe in the library');
  });

  it('exports what was typed even when the library cannot be written, and says that it is not saved', async () => {
    const { services, press, text, connection } = await show(() => Promise.resolve(written), {
      'article:save': () => Promise.reject(new CopydeskError('disk-full', 'The disk is full.')),
    });
    services.draft.edit(someArticle({ headline: 'Typed a moment ago' }).body);
    await press('Export…');
    expect(text()).toContain('The article in the library is not saved');
    expect(JSON.stringify(connection.sent.find(({ name }) => name === 'export:save')?.input)).toContain(
      'Typed a moment ago',
    );
  });
});
