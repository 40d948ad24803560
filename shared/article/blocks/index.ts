import type { Block } from '../block.ts';
import { correction } from './correction.ts';
import { editorsNote } from './editorsNote.ts';
import { embed } from './embed.ts';
import { factBox } from './factBox.ts';
import { figure } from './figure.ts';
import { heading } from './heading.ts';
import { list } from './list.ts';
import { paragraph } from './paragraph.ts';
import { pullQuote } from './pullQuote.ts';
import { quote } from './quote.ts';
import { relatedLink } from './relatedLink.ts';
import { rule } from './rule.ts';
import { table } from './table.ts';

/** Every block, the most general first: Markdown is offered to the last, most special one first. */
export const blocks: readonly Block[] = [
  paragraph,
  heading,
  list,
  quote,
  pullQuote,
  figure,
  table,
  relatedLink,
  factBox,
  correction,
  editorsNote,
  embed,
  rule,
];
