import { asciiLosses } from './asciiLosses.ts';
import { toAscii } from './ascii.ts';
import type { Format } from './format.ts';
import { textLosses } from './textLosses.ts';
import { asIs } from './wireBody.ts';
import { wireCopy, type Wire } from './wireCopy.ts';

const profile = (
  id: string,
  label: string,
  wire: Wire,
  losses: (wire: Wire) => Format['losses'] = textLosses,
): Format => ({
  id,
  label,
  family: 'Plain text',
  extension: 'txt',
  render: (article) => wireCopy(article, wire).text,
  losses: losses(wire),
});

/** Plain-text wire copy (`formats.md` T1–T3): no markup, one blank line between paragraphs, ENDS. */
export const text = profile('text', 'Plain text', { say: asIs, width: null });

/** Plain text and its profiles for desks that want lines of 72 columns, or ASCII alone (T1, T5). */
export const textFormats: readonly Format[] = [
  text,
  profile('text-wrapped', 'Wrapped at 72 columns', { say: asIs, width: 72 }),
  profile('text-ascii', 'ASCII', { say: toAscii, width: null }, asciiLosses),
  profile('text-ascii-wrapped', 'ASCII, wrapped', { say: toAscii, width: 72 }, asciiLosses),
];
