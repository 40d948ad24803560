import type { Node } from 'prosemirror-model';
import { isImageSource, isSafeUrl } from '../../shared/article/address.ts';
import { headerFields } from '../../shared/article/header.ts';
import { schema } from '../../shared/article/schema.ts';
import type { Address, Decision, Receipt } from '../../shared/importing/receipt.ts';
import { announce } from '../ui/announce.tsx';
import type { Services } from '../window/services.ts';
import { placeNow } from './placeNow.ts';

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const paragraph = (parts: readonly Node[]): Node => schema.node('paragraph', null, parts);
const link = (text: string, href: string): Node => schema.text(text, [schema.mark('link', { href })]);

const canLink = ({ kind, address }: Address): boolean =>
  kind === 'link' && address !== '' && isSafeUrl(address);

// A line with its links as links, as far as their words stand in it; the rest of them are left over.
function lineWithLinks(line: string, waiting: Address[]): Node {
  const parts: Node[] = [];
  let at = 0;
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    const found = next.text === '' ? -1 : line.indexOf(next.text, at);
    if (found === -1) break;
    if (found > at) parts.push(schema.text(line.slice(at, found)));
    parts.push(link(next.text, next.address));
    at = found + next.text.length;
    waiting.shift();
  }
  if (at < line.length) parts.push(schema.text(line.slice(at)));
  return paragraph(parts);
}

// What has no words of its own in the text: its words, else its address, on a line of its own.
function alone(one: Address): readonly Node[] {
  const { kind, text, address } = one;
  if (kind === 'picture' && /^https?:/iu.test(address) && isImageSource(address)) {
    const parts = [schema.node('caption'), schema.node('credit')];
    return [schema.node('figure', { src: address, alt: text }, parts)];
  }
  if (canLink(one)) return [paragraph([link(text === '' ? address : text, address)])];
  const said = address === '' ? text : text === '' ? address : `${text} (${address})`;
  return said === '' ? [] : [paragraph([schema.text(said)])];
}

/** What a removal took out, as blocks: its lines as paragraphs, its links as links, its pictures of the web as figures. */
export function blocksOfRemoval({ text, addresses = [] }: Decision): readonly Node[] {
  const lines = linesOf(text);
  const waiting = addresses.filter(
    (one) => canLink(one) && lines.some((line) => one.text !== '' && line.includes(one.text)),
  );
  const others = addresses.filter((one) => !waiting.includes(one));
  const paragraphs = lines.map((line) => lineWithLinks(line, waiting));
  return [...paragraphs, ...[...waiting, ...others].flatMap(alone)];
}

/** Where an import stands now: what it put onto the sheet, and which of its removals are back already. */
export interface Standing {
  readonly imported: Node;
  readonly receipt: Receipt;
  readonly back: ReadonlySet<Decision>;
}

// Of the same place, what stood there first goes first, in whatever order it goes back.
function amongTheSame(body: Node, place: number, decision: Decision, { receipt, back }: Standing): number {
  const here = receipt.decisions.indexOf(decision);
  const blocks = (isPart: (at: number) => boolean): readonly Node[] =>
    receipt.decisions
      .filter((one, at) => isPart(at) && back.has(one) && one.at === decision.at)
      .flatMap(blocksOfRemoval);
  const isOf = (nodes: readonly Node[], at: number): boolean =>
    at >= headerFields.length && at < body.childCount && nodes.some((node) => node.eq(body.child(at)));
  const [earlier, later] = [blocks((at) => at < here), blocks((at) => at > here)];
  let at = place;
  while (isOf(later, at - 1)) at -= 1;
  while (isOf(earlier, at)) at += 1;
  return at;
}

/** A body with what a decision removed back in it: at its place, whatever was written since, else at the end. */
export function bodyWithBack(body: Node, decision: Decision, standing: Standing): Node {
  const at = decision.at === undefined ? body.childCount : placeNow(standing.imported, body, decision.at);
  const nodes = [...body.children];
  nodes.splice(amongTheSame(body, at, decision, standing), 0, ...blocksOfRemoval(decision));
  return schema.node('doc', null, nodes);
}

// One step of the editor's history, whatever was typed since.
function change({ draft, editor }: Services, id: string, make: (body: Node) => Node): boolean {
  const state = draft.get();
  const handle = editor.get();
  if (state.kind !== 'open' || state.article.id !== id || handle === null) return false;
  handle.replaceBody(make(state.article.body));
  return true;
}

/** Puts what a decision removed back into the article on the sheet; false if it is not this one. */
export function putBack(services: Services, id: string, decision: Decision, standing: Standing): boolean {
  const done = change(services, id, (body) => bodyWithBack(body, decision, standing));
  const where = decision.at === undefined ? 'at the end' : 'where it stood';
  if (done) announce(`Put back ${where}: ${decision.what}`);
  return done;
}

/** The whole source as plain text: every line a paragraph, the fields empty. */
export const plainBody = ({ plain = '' }: Receipt): Node =>
  schema.node('doc', null, [
    ...headerFields.map(({ name }) => schema.node(name)),
    ...(plain.trim() === ''
      ? [schema.node('paragraph')]
      : linesOf(plain).map((line) => paragraph([schema.text(line)]))),
  ]);

/** Puts the source onto the sheet as it was, as plain text; false if the sheet shows another article. */
export function asItWas(services: Services, id: string, receipt: Receipt): boolean {
  const done = change(services, id, () => plainBody(receipt));
  if (done) announce('The text is as it was, without any of Copydesk’s decisions');
  return done;
}
