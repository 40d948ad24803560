import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AllSelection, EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { Fragment, type Node } from 'prosemirror-model';
import { expect, it } from 'vitest';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { readArticle } from '../../electron/core/readArticle.ts';
import { removedBy } from '../../renderer/editor/removedBy.ts';
import type { Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import { plainText } from '../../shared/article/text.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import { anyArticle } from '../support/articleArbitrary.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, randomOf, report, runsOf, type Figure } from './figure.ts';

type Random = () => number;
const kinds = Object.keys(schema.nodes).filter((name) => name !== 'doc');

/** What a view whose schema lacks some kinds of node is left with: their content is gone, nobody told. */
function mismatched(node: Node, lacks: ReadonlySet<string>): Node {
  const left = node.children
    .filter(({ type }) => !lacks.has(type.name))
    .map((child) => (child.isText ? child : mismatched(child, lacks)));
  // The view fills up what its schema wants, with nothing in it.
  return node.type.createAndFill(node.attrs, Fragment.from(left), node.marks) ?? node.copy();
}

const lacksOf: Readonly<Record<string, (random: Random) => ReadonlySet<string>>> = {
  'some kinds are unknown': (random) => new Set(kinds.filter(() => random() < 0.3)),
  'text is unknown': () => new Set(['text']),
  'all blocks are unknown': () => new Set(kinds.filter((name) => name !== 'text')),
  'only paragraphs are known': () => new Set(kinds.filter((name) => name !== 'text' && name !== 'paragraph')),
};
const mismatches = Object.keys(lacksOf);

/** A person types or takes out a few letters; the window counts it as the editor does. */
function editBit(body: Node, random: Random): { readonly body: Node; readonly removed: number } {
  const state = EditorState.create({ doc: body });
  const places: { readonly from: number; readonly size: number }[] = [];
  body.descendants((node, from) => {
    if (node.isTextblock) places.push({ from: from + 1, size: node.content.size });
  });
  const place = places[Math.floor(random() * places.length)] ?? { from: 1, size: 0 };
  const removes = random() < 0.5 ? Math.min(place.size, Math.floor(random() * 4)) : 0;
  const edit = state.tr.insertText(random() < 0.5 ? 'x' : '', place.from, place.from + removes);
  return { body: edit.doc, removed: removedBy(edit) };
}

interface Case {
  readonly before: Article;
  readonly after: Node;
  readonly removed: number;
}

/** An automatic save of a case; how much text the file had, and has now. */
async function autosave(figure: Figure, { before, after, removed }: Case, guarded: boolean) {
  const root = temporaryFolder();
  const { articles } = await createLibrary(root, testPorts());
  const base = await articles.save(before, null);
  const bytes = readFileSync(join(root, base.file));
  let refused = false;
  try {
    await articles.save({ ...before, body: after }, base, guarded ? { edited: { removed } } : {});
  } catch (error) {
    refused = true;
    // What does not even read back is refused as damaged, guard or no guard.
    const codes: readonly string[] = ['refused', 'damaged'];
    if (!(error instanceof CopydeskError) || !codes.includes(error.code)) problem(figure, messageOf(error));
  }
  const { file } = await articles.open(before.id);
  const now = readFileSync(join(root, file));
  if (refused && !now.equals(bytes)) problem(figure, 'refused, and changed');
  count(figure, refused ? 'refused' : 'saved');
  const text = plainText(readArticle(now).article.body).length;
  return { refused, text };
}

async function mismatchMany(figure: Figure, runs: number, guarded: boolean): Promise<void> {
  const random = randomOf(figure.seed);
  for (const [index, before] of fc.sample(anyArticle, { seed: figure.seed, numRuns: runs }).entries()) {
    const kind = mismatches[index % mismatches.length] ?? '';
    const { body, removed } = editBit(before.body, random);
    const after = mismatched(body, lacksOf[kind]?.(random) ?? new Set());
    const had = plainText(before.body).length;
    const { text } = await autosave(figure, { before, after, removed }, guarded);
    figure.runs += 1;
    figure.faults += 1;
    count(figure, kind);
    const shrunk = had > 0 && text < had / 5;
    // A text so short that the few letters which were taken out by hand were nearly all of it.
    if (shrunk && had - text > removed) {
      figure.lost += 1;
      problem(figure, `${kind}: ${text} of ${had} characters are left, ${removed} were taken out by hand`);
    }
  }
  report(figure);
}

it('a control without the guard is caught: an emptied view is written over the story', async () => {
  const figure = newFigure('D17', 'schema mismatches saved automatically', 'control');
  await mismatchMany(figure, runsOf(40, 200), false);
  expect(figure.lost).toBeGreaterThan(0);
});

it('no automatic save empties a document, or shrinks it by more than 80 %, without such an edit', async () => {
  const figure = newFigure('D17', 'schema mismatches saved automatically, with small edits by hand');
  await mismatchMany(figure, runsOf(300, 5_000), true);
  expect(harm(figure)).toEqual(none);
  expect(figure.counts['refused']).toBeGreaterThan(figure.runs / 4);
  expect(figure.counts['saved']).toBeGreaterThan(0);
});

it('what a person selects and deletes is saved', async () => {
  const figure = newFigure('D17-own', 'the whole text, or a block of it, selected and deleted by hand');
  const runs = runsOf(100, 1_000);
  const random = randomOf(figure.seed);
  for (const before of fc.sample(anyArticle, { seed: figure.seed, numRuns: runs })) {
    const state = EditorState.create({ doc: before.body });
    const all = random() < 0.5;
    const chosen = all ? state.apply(state.tr.setSelection(new AllSelection(before.body))) : state;
    const from = before.body.content.size - (before.body.lastChild?.nodeSize ?? 0);
    const edit = all ? chosen.tr.deleteSelection() : chosen.tr.delete(from, before.body.content.size);
    const saved = await autosave(figure, { before, after: edit.doc, removed: removedBy(edit) }, true);
    figure.runs += 1;
    if (saved.refused) problem(figure, 'a deletion by hand was refused');
    else if (saved.text !== plainText(edit.doc).length) figure.lost += 1;
  }
  report(figure);
  expect(harm(figure)).toEqual(none);
});
