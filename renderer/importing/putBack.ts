import type { Node } from 'prosemirror-model';
import { headerFields } from '../../shared/article/header.ts';
import { schema } from '../../shared/article/schema.ts';
import type { Decision, Receipt } from '../../shared/importing/receipt.ts';
import { announce } from '../ui/announce.tsx';
import type { Services } from '../window/services.ts';

const paragraphsOf = (text: string): readonly Node[] =>
  text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => schema.node('paragraph', null, [schema.text(line)]));

// One step of the editor's history, whatever was typed since.
function change({ draft, editor }: Services, id: string, make: (body: Node) => Node): boolean {
  const state = draft.get();
  const handle = editor.get();
  if (state.kind !== 'open' || state.article.id !== id || handle === null) return false;
  handle.replaceBody(make(state.article.body));
  return true;
}

/** A body with a removed text back in it, as paragraphs: at its place if the decision knows one, else at the end. */
export function bodyWithBack(body: Node, { text, at }: Decision): Node {
  const place = headerFields.length + Math.min(at ?? Number.MAX_SAFE_INTEGER, body.childCount);
  const nodes = [...body.children];
  nodes.splice(place, 0, ...paragraphsOf(text));
  return schema.node('doc', null, nodes);
}

/** Puts what a decision removed back into the article on the sheet; false if it is not this one. */
export function putBack(services: Services, id: string, decision: Decision): boolean {
  const done = change(services, id, (body) => bodyWithBack(body, decision));
  if (done) announce(`Put back: ${decision.what}`);
  return done;
}

/** The whole source as plain text: every line a paragraph, the fields empty. */
export const plainBody = ({ plain = '' }: Receipt): Node =>
  schema.node('doc', null, [
    ...headerFields.map(({ name }) => schema.node(name)),
    ...(plain.trim() === '' ? [schema.node('paragraph')] : paragraphsOf(plain)),
  ]);

/** Puts the source onto the sheet as it was, as plain text; false if the sheet shows another article. */
export function asItWas(services: Services, id: string, receipt: Receipt): boolean {
  const done = change(services, id, () => plainBody(receipt));
  if (done) announce('The text is as it was, without any of Copydesk’s decisions');
  return done;
}
