import type { Envelope } from '../article/article.ts';

// Workflow states in which nobody outside may see an article (`newsroom.md` §3). A scheduled one waits for its embargo.
const inside: readonly (string | undefined)[] = [
  'draft',
  'done',
  'needs_proofreading',
  'unpublished',
  'canceled',
];

/** Whether an article's status keeps it from readers: what a site generator is told is a draft. */
export const isWithheld = ({ status, embargo }: Envelope): boolean =>
  inside.includes(status) || (status === 'withheld' && embargo === undefined);

/** The later of two moments (RFC 3339); undefined if there is none. */
export function laterOf(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(one) > Date.parse(other) ? one : other;
}
