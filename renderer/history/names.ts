import { blocks } from '../../shared/article/blocks/index.ts';
import { headerFields } from '../../shared/article/header.ts';
import { marks } from '../../shared/article/marks/index.ts';
import type { VersionEntry } from '../../shared/ipc/contract.ts';
import { savedTime } from '../article/saveText.ts';
import { isStatus, statusNames } from '../article/statusNames.ts';

const reasonNames: Readonly<Record<string, string>> = {
  manual: 'Saved by you',
  export: 'Exported',
  import: 'Imported',
  restore: 'Restored',
  status: 'Status changed',
  autosave: 'Autosave',
  conflict: 'Conflict settled',
  recovered: 'Recovered after a crash',
  before: 'Before it was replaced',
};

/** Why a version was kept, in a person's words. */
export const reasonName = (reason: string): string => reasonNames[reason] ?? 'Kept';

/** A version in one line: "14:02:07, Saved by you". */
export const versionLabel = ({ at, reason }: VersionEntry, now: number): string =>
  `${savedTime(at, now)}, ${reasonName(reason)}`;

// Blocks of several kinds, and parts of blocks.
const nodeNames: Readonly<Record<string, string>> = {
  bulletList: 'Bullet list',
  orderedList: 'Numbered list',
  listItem: 'List item',
  hardBreak: 'Line break',
  caption: 'Caption',
  credit: 'Credit',
  pullQuoteText: 'Quoted text',
  attribution: 'Attribution',
  factBoxTitle: 'Title',
  tableRow: 'Row',
  tableCell: 'Cell',
  tableHeader: 'Head cell',
};

/** What a node is called, by its type. */
export const nodeName = (type: string): string =>
  nodeNames[type] ??
  headerFields.find(({ name }) => name === type)?.label ??
  blocks.find(({ nodes }) => Object.hasOwn(nodes, type))?.label ??
  type;

/** What a mark is called, by its type. */
export const markName = (type: string): string => marks.find(({ name }) => name === type)?.label ?? type;

const fieldNames: Readonly<Record<string, string>> = {
  alt: 'Alt text',
  src: 'Picture',
  href: 'Address',
  decorative: 'Decorative',
  language: 'Language',
  lang: 'Language',
  direction: 'Direction',
  dir: 'Direction',
  slug: 'Web address',
  edNote: 'Note to editors',
  targetLength: 'Target length',
  canonical: 'Canonical address',
  'headlines.seo': 'Headline for search',
  'headlines.social': 'Headline for social media',
  'headlines.short': 'Short headline',
};

/** What a metadata field or an attribute is called: its own name in words if it has no better one. */
export function fieldName(name: string): string {
  const words = name
    .replaceAll('.', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return fieldNames[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value as a person reads it; '' for none. */
export function valueText(name: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'string') return name === 'status' && isStatus(value) ? statusNames[value] : value;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map((one) => valueText(name, one)).join(', ');
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
