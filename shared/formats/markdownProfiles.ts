import type { Options } from 'mdast-util-to-markdown';
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { kramdown } from './kramdown.ts';
import type { LossRule } from './losses.ts';
import { commonMark, gfm, hugo } from './markdownDialects.ts';
import {
  altRule,
  cellRules,
  markRules,
  tableRule,
  waitRule,
  withoutMarks,
  withoutTables,
} from './markdownLosses.ts';
import { isWithheld, laterOf } from './release.ts';

/** Keys of the front matter that one reader wants beside the standard ones. */
export type ProfileKeys = Readonly<Record<string, unknown>>;

/** Markdown as one kind of reader takes it: what it is not given, how it is written, what its front matter says. */
export interface MarkdownProfile {
  readonly id: string;
  readonly label: string;
  readonly dialect: Options;
  /** Its losses beside those of every Markdown file. */
  readonly losses: readonly LossRule[];
  /** The body less what the losses name. */
  readonly lessen: (body: Node) => Node;
  readonly keys: (article: Article) => ProfileKeys;
  /** A reader that shows everything whose `date` has come: an embargo must stand there. */
  readonly waitsForDate: boolean;
  /** What stands before the name of the file. */
  readonly namePrefix?: (article: Article) => string;
}

const whole = (body: Node): Node => body;
const nothing = (): ProfileKeys => ({});
const dayOf = ({ embargo, published, created }: Article): string =>
  (laterOf(embargo, published) ?? created).slice(0, 'YYYY-MM-DD'.length);

/** Every reader that Markdown is written for; the first is what "Markdown" means. */
export const markdownProfiles: readonly [MarkdownProfile, ...(readonly MarkdownProfile[])] = [
  {
    id: 'markdown',
    label: 'Markdown',
    dialect: gfm,
    losses: cellRules,
    lessen: whole,
    keys: nothing,
    waitsForDate: false,
  },
  {
    id: 'commonmark',
    label: 'CommonMark',
    dialect: commonMark,
    losses: [tableRule],
    lessen: withoutTables,
    keys: nothing,
    waitsForDate: false,
  },
  {
    // Hugo leaves HTML out as it is set up at first, and prints what stands between the tags.
    id: 'hugo',
    label: 'Hugo',
    dialect: hugo,
    losses: [
      ...cellRules,
      ...markRules('Hugo', ['subscript', 'superscript']),
      altRule('are shown by Hugo with a backslash before them'),
    ],
    lessen: withoutMarks(['subscript', 'superscript']),
    keys: nothing,
    waitsForDate: false,
  },
  {
    id: 'jekyll',
    label: 'Jekyll',
    dialect: kramdown,
    losses: cellRules,
    lessen: whole,
    keys: (article) => ({
      layout: 'post',
      render_with_liquid: false,
      ...(isWithheld(article) ? { published: false } : {}),
    }),
    waitsForDate: true,
    namePrefix: (article) => `${dayOf(article)}-`,
  },
  {
    id: 'eleventy',
    label: 'Eleventy',
    dialect: gfm,
    losses: [...cellRules, waitRule('Eleventy'), altRule('are left out by Eleventy')],
    lessen: whole,
    keys: () => ({ templateEngineOverride: 'md' }),
    waitsForDate: false,
  },
];
