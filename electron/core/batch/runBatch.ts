import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { holdOf } from '../../../shared/article/mayLeave.ts';
import { CopydeskError, messageOf } from '../../../shared/error.ts';
import type { Format, Loss, RenderSettings } from '../../../shared/formats/format.ts';
import { exportArticle, type Exported } from '../exportArticle.ts';
import { foldName } from '../exportName.ts';
import type { Override } from '../gate.ts';
import type { Ports } from '../ports.ts';
import { nameFiles, type BatchPlan, type BatchSource, type NamedArticle, type Told } from './planBatch.ts';

/** How a planned batch is carried out. */
export interface BatchOrder {
  readonly settings: RenderSettings;
  /** What becomes of files that were there when it was planned: replaced, or kept and ours named beside them. */
  readonly existing: 'replace' | 'both';
  /** A person's decision on those that the plan calls held; nothing else leaves by it. */
  readonly override: (about: string) => Promise<Override | null>;
  readonly route: 'export' | 'command line';
  readonly progress?: (done: number, of: number, file: string) => void;
  /** Asked before each file: the file in hand is finished, the rest is left. */
  readonly stopped?: () => boolean;
  /** Told of each file that was written. */
  readonly wrote?: (about: string, made: Exported) => void;
  /** Told when the files of an article are written; answers what the person should know. */
  readonly finished?: (source: BatchSource) => Promise<readonly string[]>;
}

/** What the formats of a batch did not carry, summed over the articles. */
export interface FormatLosses {
  readonly format: Format;
  readonly losses: readonly Loss[];
}

/** What a batch did. */
export interface BatchSummary {
  readonly folder: string;
  /** How many files were written, and of how many articles. */
  readonly files: number;
  readonly articles: number;
  /** How many pictures lie beside them now. */
  readonly pictures: number;
  /** How many files were not begun, because the person had enough. */
  readonly left: number;
  /** One line for each format. */
  readonly losses: readonly FormatLosses[];
  /** What stayed, because it may not leave. */
  readonly held: readonly Told[];
  readonly failed: readonly Told[];
  /** What was written with something missing. */
  readonly warnings: readonly Told[];
}

/** Writes a planned batch: articles in the plan's order, each file whole or not at all; what fails is told, the rest goes on. */
export async function runBatch(ports: Ports, plan: BatchPlan, order: BatchOrder): Promise<BatchSummary> {
  const named = nameFiles(plan.articles, order.existing === 'both' ? plan.existing : []);
  const replaced = new Set(order.existing === 'both' ? [] : plan.existing.map(foldName));
  const of = named.reduce((sum, { files }) => sum + files.length, 0);
  const decided = new Set(plan.held.map(({ about }) => about));
  const copied = new Set<string>();
  const totals = new Map<Format, Loss[]>();
  const held: Told[] = [];
  const failed: Told[] = [...plan.failed];
  const warnings: Told[] = [];
  let [done, files, articles, left] = [0, 0, 0, 0];

  async function writeFile(one: NamedArticle, source: BatchSource, format: Format, name: string) {
    const { about, title } = one;
    const target = join(plan.folder, name);
    if (!replaced.has(foldName(name)) && (await ports.files.stat(target)) !== null) {
      const text = `“${name}” came into the folder meanwhile: it was left as it is, and ours was not written.`;
      throw new CopydeskError('refused', text);
    }
    const made = await exportArticle(ports, {
      article: source.article,
      format,
      settings: order.settings,
      target,
      readMedia: source.readMedia,
      override: decided.has(about) ? await order.override(about) : null,
      route: order.route,
      copied,
    });
    for (const message of made.warnings) warnings.push({ about, title, message });
    addLosses(totals, format, format.losses(source.article));
    order.wrote?.(about, made);
  }

  async function writeArticle(one: NamedArticle): Promise<void> {
    const { about, title } = one;
    const tell = (error: unknown) => ({ about, title, message: messageOf(error) });
    const loaded = await one.load().catch((error: unknown) => void failed.push(tell(error)));
    let [count, begun] = [0, 0];
    for (const { format, name } of loaded === undefined ? [] : one.files) {
      if (order.stopped?.() === true) break;
      begun += 1;
      order.progress?.(done + begun - 1, of, name);
      try {
        if (loaded !== undefined) await writeFile(one, loaded, format, name);
        count += 1;
      } catch (error) {
        const isHeld = error instanceof CopydeskError && error.code === 'held';
        if (!isHeld) failed.push(tell(error));
        // One line for all the formats of an article; its words are of this article alone.
        else if (held.at(-1)?.about !== about) held.push({ about, title, message: whyHeld(error, loaded) });
      }
      // Calls of the windows come first.
      await setImmediate();
    }
    if (loaded !== undefined) left += one.files.length - begun;
    done += one.files.length;
    files += count;
    if (count === 0 || loaded === undefined) return;
    articles += 1;
    const notes = [...(loaded.notes ?? []), ...((await order.finished?.(loaded)) ?? [])];
    for (const message of notes) warnings.push({ about, title, message });
  }

  const whyHeld = (error: CopydeskError, source: BatchSource | undefined): string => {
    const hold = source === undefined ? null : holdOf(source.article, ports.clock.now());
    return error.cause === undefined && hold !== null ? hold.text : error.message;
  };

  for (const one of named) {
    if (order.stopped?.() === true) left += one.files.length;
    else await writeArticle(one);
  }
  const losses = [...totals].map(([format, lost]) => ({ format, losses: lost }));
  const { folder } = plan;
  return { folder, files, articles, pictures: copied.size, left, losses, held, failed, warnings };
}

function addLosses(totals: Map<Format, Loss[]>, format: Format, losses: readonly Loss[]): void {
  const sums = totals.get(format) ?? [];
  totals.set(format, sums);
  for (const loss of losses) {
    const at = sums.findIndex(({ what, instead }) => what === loss.what && instead === loss.instead);
    const before = sums[at];
    if (before === undefined) sums.push(loss);
    else sums[at] = { ...loss, count: before.count + loss.count };
  }
}
