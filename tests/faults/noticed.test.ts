import { readdirSync, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCurrentLibrary } from '../../electron/core/currentLibrary.ts';
import { createLibrary, openLibrary } from '../../electron/core/openLibrary.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import type { Standing } from '../../electron/core/standing.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, randomOf, report, runsOf, type Figure } from './figure.ts';
import type { Deed, Order } from './foreigner.ts';
import { start, type Running } from './program.ts';

const id = 'a'.repeat(32);
const limit = 2_000;
const patience = 6_000;
const text = (words: string) => rewritten(someArticle(), words);
const fileOf = (words: string) => Buffer.from(articleToBytes(text(words))).toString();

const seen: Readonly<Record<Exclude<Deed, 'touch'>, (standing: Standing) => boolean>> = {
  replace: ({ disk }) => disk === 'changed',
  rewrite: ({ disk }) => disk === 'changed',
  'same size and time': ({ disk }) => disk === 'changed',
  delete: ({ disk }) => disk === 'gone',
  'put a copy beside': ({ beside }) => beside.length === 1,
  'replace the folder': ({ disk }) => disk === 'changed',
};
// The keys of the record above.
const deeds = [...Object.keys(seen), 'touch'] as readonly Deed[];

interface Played {
  readonly figure: Figure;
  readonly foreigner: Running<'done'>;
  readonly times: number[];
}

/** One article open in a library that is watched, and one deed of another program. */
async function playDeed({ figure, foreigner, times }: Played, deed: Deed, deaf: boolean): Promise<void> {
  const root = join(temporaryFolder(), 'library');
  const ports = testPorts();
  const made = await (await createLibrary(root, ports)).articles.create(text('Paragraph.'));
  let tell = (): void => undefined;
  const library = createCurrentLibrary({
    root,
    given: false,
    exists: async () => true,
    open: (folder) => openLibrary(folder, ports),
    create: (folder) => createLibrary(folder, ports),
    first: () => createLibrary(root, ports),
    remember: () => undefined,
    shown: () => [id],
    changed: () => tell(),
    ...(deaf ? { listen: () => ({ close: () => undefined, on: () => undefined }) } : {}),
  });
  const { articles } = await library.open();
  const base = await articles.open(id);
  const saver = (await openLibrary(root, testPorts())).articles;
  // It is watched: the first look has been taken.
  await new Promise((resolve) => setTimeout(resolve, 50));
  figure.runs += 1;
  const started = performance.now();
  let last = '';
  const noticed = new Promise<number | null>((resolve) => {
    const look = () => {
      void articles.standing(id, base).then(
        (standing) => {
          last = standing.disk;
          if (deed !== 'touch' && seen[deed](standing)) resolve(performance.now() - started);
        },
        () => undefined,
      );
    };
    tell = look;
    setTimeout(() => resolve(null), deed === 'touch' ? 1_500 : patience);
  });
  await foreigner.ask({ deed, path: join(root, made.file), text: fileOf('Theirs.') } satisfies Order);
  figure.faults += 1;
  const after = await noticed;
  if (deed === 'touch') {
    count(figure, 'touches');
    if (last !== '' && last !== 'same') count(figure, 'false conflicts');
  } else if (after === null) {
    count(figure, 'never noticed');
    problem(figure, `run ${figure.runs}: “${deed}” was not noticed${deaf ? ' without events' : ''}`);
  } else times.push(after);
  library.stop();
  // One that never looked: a save notices by itself.
  const outcome = await saver.save(text('Mine.'), base).then(
    () => 'saved',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'failed'),
  );
  const conflicts = !['touch', 'delete', 'put a copy beside'].includes(deed);
  if (outcome !== (conflicts ? 'conflict' : 'saved'))
    problem(figure, `run ${figure.runs}: a save after “${deed}” ended as ${outcome}`);
  else if (conflicts) count(figure, 'noticed on save');
  if (deed === 'touch' && readdirSync(root).some((name) => name.includes('.conflict-')))
    count(figure, 'false conflicts');
}

async function playDeeds(figure: Figure, runs: number, deaf: boolean): Promise<void> {
  const times: number[] = [];
  const random = randomOf(figure.seed);
  const lane = async (of: number) => {
    const foreigner = start<'done'>('foreigner.ts', []);
    for (let run = 0; run < of; run += 1) {
      const deed = deeds[run < deeds.length ? run : Math.floor(random() * deeds.length)];
      if (deed !== undefined) await playDeed({ figure, foreigner, times }, deed, deaf);
    }
    await foreigner.kill();
  };
  await Promise.all([1, 2, 3, 4].map(() => lane(Math.ceil(runs / 4))));
  const sorted = times.toSorted((a, b) => a - b);
  figure.counts['p99 ms'] = Math.ceil(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0);
  figure.counts['worst ms'] = Math.ceil(sorted.at(-1) ?? 0);
  figure.counts['false conflicts'] ??= 0;
  report(figure);
}

it('a control that watches the file and believes size and time is caught: it goes deaf', async () => {
  const figure = newFigure('D9', 'changes by another program noticed', 'control');
  const foreigner = start<'done'>('foreigner.ts', []);
  const path = join(temporaryFolder(), 'story.copydesk');
  await foreigner.ask({ deed: 'rewrite', path, text: fileOf('Paragraph.') } satisfies Order);
  let stamp = '';
  let tell = (): void => undefined;
  const watcher = watch(path, () => tell());
  for (const deed of ['replace', 'replace', 'rewrite', 'same size and time'] as const) {
    figure.runs += 1;
    const look = async () => {
      const { size, mtimeMs } = await stat(path);
      return `${size} ${mtimeMs}`;
    };
    stamp = await look();
    const noticed = new Promise<boolean>((resolve) => {
      tell = () => void look().then((now) => (now === stamp ? undefined : resolve(true)));
      setTimeout(() => resolve(false), limit);
    });
    await foreigner.ask({ deed, path, text: fileOf(`Paragraph ${figure.runs}.`) } satisfies Order);
    figure.faults += 1;
    if (!(await noticed)) count(figure, 'never noticed');
  }
  watcher.close();
  await foreigner.kill();
  report(figure);
  expect(figure.counts['never noticed']).toBeGreaterThan(0);
});

for (const deaf of [false, true])
  it(`a change by another program is noticed within 2 s${deaf ? ', where no event tells it' : ''}, and by every save`, async () => {
    const what = `changes by another program noticed${deaf ? ' without events (network disk)' : ''}`;
    const figure = newFigure(deaf ? 'D9-deaf' : 'D9', what);
    await playDeeds(figure, deaf ? runsOf(24, 500) : runsOf(48, 2_000), deaf);
    expect(harm(figure)).toEqual(none);
    expect(figure.counts['p99 ms']).toBeLessThanOrEqual(limit);
    expect(figure.counts['false conflicts']).toBe(0);
    expect(figure.counts['noticed on save']).toBeGreaterThan(figure.runs / 4);
  });
