import { describe, expect, it } from 'vitest';
import { articleToJson, emptyBody, newArticle, type Article } from '../../../shared/article/article.ts';
import { headerText } from '../../../shared/article/text.ts';
import { importText } from '../../../shared/importing/text.ts';
import type { EditorHandle } from '../../../renderer/editor/handle.ts';
import { importIntoSheet, type ReadImport } from '../../../renderer/importing/importIntoSheet.ts';
import { importDropped } from '../../../renderer/importing/importFile.ts';
import { lastImport, putBackNow } from '../../../renderer/importing/receiptStore.ts';
import { isTextFile } from '../../../renderer/importing/filesIn.ts';
import { createServices, type Services } from '../../../renderer/window/services.ts';
import { createFakeClock, settle } from '../../support/fakeClock.ts';
import { createFakeConnection } from '../../support/fakeConnection.ts';
import { someArticle } from '../../support/someArticle.ts';

const read = (source: { name: string; text: string }): ReadImport => {
  const { body, envelope, receipt } = importText(source);
  return { body, envelope, receipt: { ...receipt, plain: source.text } };
};

const source = read({
  name: 'ferry.txt',
  text: 'The coast | Night ferry returns\n\nThe boat leaves at midnight.\n',
});
const hindi = read({
  name: 'naav.txt',
  text: 'शहर | रात की नाव फिर चलेगी\n\nनाव आधी रात को छूटेगी। किराया बस जितना होगा।\n',
});

const blank = (digit: string): Article =>
  newArticle({ id: digit.repeat(32), created: '2026-11-14T06:30:00Z', language: 'en' });

/** A sheet as the editor keeps it: every replacement is one step of its history. */
function sheet({ draft }: Services): EditorHandle {
  const history: ReturnType<typeof emptyBody>[] = [];
  const body = () => {
    const state = draft.get();
    return state.kind === 'open' ? state.article.body : emptyBody();
  };
  return {
    run: () => false,
    focus: () => undefined,
    focusBlock: () => undefined,
    replaceBody: (next) => {
      history.push(body());
      draft.edit(next);
    },
    undo: () => {
      const before = history.pop();
      if (before !== undefined) draft.edit(before);
      return before !== undefined;
    },
    place: () => ({ index: 0, caret: 1, selectedWords: 0 }),
    scroll: () => 0,
  };
}

/** A window with this article on the sheet; the editor of the next one mounts when the test says so. */
async function windowWith(article: Article, more: Parameters<typeof createFakeConnection>[0] = {}) {
  const clock = createFakeClock();
  const opened = (one: Article) => ({
    article: articleToJson(one),
    hash: 'h',
    file: 'a.copydesk',
    readOnly: null,
    elsewhere: 0,
  });
  const connection = createFakeConnection({
    'article:open': () => opened(article),
    'article:create': () => opened(blank('b')),
    'article:save': () => ({ rev: 1, hash: 'h2', savedAt: 1, file: 'a.copydesk', unkept: null }),
    ...more,
  });
  const services = createServices(connection, clock);
  await services.draft.open({ id: article.id });
  services.editor.set(sheet(services));
  return { services, clock, connection };
}

const shown = ({ draft }: Services): Article => {
  const state = draft.get();
  if (state.kind === 'none') throw new Error('no article is open');
  return state.article;
};

describe('importIntoSheet', () => {
  it('fills an empty article, in place', async () => {
    const { services, connection } = await windowWith(blank('a'));
    await importIntoSheet(services, source);
    expect(shown(services).id).toBe('a'.repeat(32));
    expect(headerText(shown(services).body, 'headline')).toBe('Night ferry returns');
    expect(connection.sent.map(({ name }) => name)).not.toContain('article:create');
    expect(lastImport.get()).toMatchObject({ open: true, standing: true, receipt: { source: 'ferry.txt' } });
  });

  it('leaves an article that has words, and fills a new one once its editor is there', async () => {
    const { services } = await windowWith(someArticle());
    const done = importIntoSheet(services, source);
    await settle();
    expect(headerText(shown(services).body, 'headline')).toBe('');
    services.editor.set(sheet(services));
    await done;
    expect(shown(services).id).toBe('b'.repeat(32));
    expect(headerText(shown(services).body, 'headline')).toBe('Night ferry returns');
  });

  it('says so when the sheet does not open', async () => {
    const { services, clock } = await windowWith(someArticle());
    const done = importIntoSheet(services, source);
    const failed = expect(done).rejects.toThrow(/did not open.*untouched/);
    await clock.advance(10_000);
    await failed;
  });

  it('takes text and metadata back with one undo, and brings both with redo', async () => {
    const { services } = await windowWith(blank('a'));
    await importIntoSheet(services, hindi);
    const { body } = shown(services);
    expect(shown(services).language).toMatch(/^hi/);
    services.editor.get()?.undo();
    expect(shown(services).body.eq(emptyBody())).toBe(true);
    expect(shown(services).language).toBe('en');
    expect(lastImport.get()?.standing).toBe(false);
    services.draft.edit(body);
    expect(shown(services).language).toMatch(/^hi/);
    expect(lastImport.get()?.standing).toBe(true);
  });

  it('takes it back after more typing too, as a step that can be undone', async () => {
    const { services } = await windowWith(blank('a'));
    await importIntoSheet(services, source);
    const typed = someArticle().body;
    services.draft.edit(typed);
    lastImport.get()?.undo();
    expect(shown(services).body.eq(emptyBody())).toBe(true);
    services.editor.get()?.undo();
    expect(shown(services).body.eq(typed)).toBe(true);
  });

  it('touches no other article when its own was left', async () => {
    const { services } = await windowWith(blank('a'));
    await importIntoSheet(services, source);
    const { undo } = lastImport.get() ?? { undo: () => undefined };
    await services.draft.create();
    services.editor.set(sheet(services));
    services.draft.edit(someArticle().body);
    undo();
    expect(headerText(shown(services).body, 'headline')).toBe('Ferry adds a late boat');
  });
});

describe('a dropped file', () => {
  it.each([
    ['story.txt', '', true],
    ['STORY.TXT', '', true],
    ['notes.md', '', true],
    ['notes', 'text/plain', true],
    ['photo.png', 'image/png', false],
    ['page.html', 'text/html', true],
    ['story.docx', '', true],
    ['clip.mp4', 'video/mp4', false],
  ])('%s (%s) is text to import: %s', (name, type, expected) => {
    expect(isTextFile({ name, type })).toBe(expected);
  });

  it('is sent to be read, and what was read is put on the sheet', async () => {
    const { services, connection } = await windowWith(blank('a'), {
      'import:read': () => ({
        article: articleToJson({ ...blank('c'), body: source.body }),
        told: [],
        receipt: { ...source.receipt, decisions: [...source.receipt.decisions] },
      }),
      'history:keep': () => ({ kept: 'new' }),
    });
    await importDropped(services, [new File([new Uint8Array([0x43, 0xe9])], 'story.txt')]);
    expect(connection.sent.find(({ name }) => name === 'import:read')?.input).toEqual({
      name: 'story.txt',
      bytes: new Uint8Array([0x43, 0xe9]),
    });
    expect(headerText(shown(services).body, 'headline')).toBe('Night ferry returns');
  });

  it('is refused when it is too large, unread, and nothing changes', async () => {
    const { services } = await windowWith(blank('a'));
    const large = { name: 'large.txt', size: 30_000_001 } as File; // only these two are read
    await importDropped(services, [large]);
    expect(services.reports.get().map(({ text }) => text)).toEqual([
      expect.stringContaining('“large.txt” is larger than 30 MB'),
    ]);
    expect(shown(services).body.eq(emptyBody())).toBe(true);
  });
});

describe('the receipt', () => {
  const removal = { kind: 'removed', what: 'Comment form', text: 'Leave a Reply\nPost comment' } as const;

  it('puts a removal back, as paragraphs at the end, once', async () => {
    const { services } = await windowWith(blank('a'));
    await importIntoSheet(services, { ...source, receipt: { ...source.receipt, decisions: [removal] } });
    putBackNow(removal);
    putBackNow(removal);
    const texts = shown(services).body.children.map(({ textContent }) => textContent);
    expect(texts.slice(-3)).toEqual(['The boat leaves at midnight.', 'Leave a Reply', 'Post comment']);
    services.editor.get()?.undo();
    expect(shown(services).body.eq(source.body)).toBe(true);
  });

  it('gives the text as it was, each line a paragraph, and one undo takes that back', async () => {
    const { services } = await windowWith(blank('a'));
    await importIntoSheet(services, source);
    expect(lastImport.get()?.asItWas()).toBe(true);
    expect(shown(services).body.textContent).toBe(
      'The coast | Night ferry returnsThe boat leaves at midnight.',
    );
    services.editor.get()?.undo();
    expect(shown(services).body.eq(source.body)).toBe(true);
  });

  it('stays silent when nothing was changed and nothing is doubted', async () => {
    const { services } = await windowWith(blank('a'));
    await importIntoSheet(services, { ...source, receipt: { ...source.receipt, decisions: [] } });
    expect(lastImport.get()).toMatchObject({ open: false, standing: true });
  });
});
