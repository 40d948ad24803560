import type { Envelope } from './article.ts';

/** Why an article may not leave, as a sentence for the person who wants it to. */
export interface Hold {
  readonly kind: 'embargoed' | 'scheduled' | 'killed' | 'unpublished';
  readonly text: string;
}

const held: { readonly [status in NonNullable<Envelope['status']>]?: Hold } = {
  withheld: { kind: 'scheduled', text: 'This article is scheduled and not released yet.' },
  canceled: { kind: 'killed', text: 'This article was killed.' },
  unpublished: { kind: 'unpublished', text: 'This article was taken back after it was published.' },
};

const days = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** A moment (RFC 3339) as a person in its own time zone reads it: "4 May 2026 at 12:00 (+05:30)". */
function momentText(moment: string): string {
  const [, local = '', offset = ''] = /^(.*?)(Z|[+-]\d{2}:\d{2})$/.exec(moment) ?? [];
  return `${days.format(Date.parse(`${local}Z`))} (${offset === 'Z' ? 'UTC' : offset})`;
}

/**
 * Why an article must not leave Copydesk now (`newsroom.md` §3), null if it may: an embargo in the future, or a status
 * that keeps it from readers. `now` is in milliseconds since 1970. It rules every route out of the application: export,
 * print, the clipboard's copy of the whole article, the command line. What a writer selects and copies or drags, or
 * saves as a Copydesk file elsewhere, is their own work in hand and is not asked about.
 */
export function holdOf({ embargo, status }: Pick<Envelope, 'embargo' | 'status'>, now: number): Hold | null {
  if (embargo !== undefined && Date.parse(embargo) > now)
    return { kind: 'embargoed', text: `This article is embargoed until ${momentText(embargo)}.` };
  return (status === undefined ? undefined : held[status]) ?? null;
}

/** Whether an article may leave Copydesk now. */
export const mayLeave = (article: Pick<Envelope, 'embargo' | 'status'>, now: number): boolean =>
  holdOf(article, now) === null;
