import { Extension, type Extensions } from '@tiptap/core';
import { dropCursor } from '@tiptap/pm/dropcursor';
import { history } from '@tiptap/pm/history';
import type { Plugin } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';
import { schema } from '../../../shared/article/schema.ts';
import type { EditorContext } from '../context.ts';
import { views } from '../views/index.ts';
import { blockDrop } from './blockDrop.ts';
import { clicks } from './clicks.ts';
import { fieldNames } from './fieldNames.ts';
import { fields } from './fields.ts';
import { freshSelection } from './freshSelection.ts';
import { gaps } from './gaps.ts';
import { inputRules } from './inputRules.ts';
import { keys } from './keys.ts';
import { cleanerFirst } from './lateCleaner.ts';
import { marksOfPlace } from './marksOfPlace.ts';
import { pasting, type PastePlugins } from './paste.ts';
import { pictures } from './pictures.ts';
import { placeholders } from './placeholders.ts';
import { slashMenu } from './slashMenu.ts';
import { tabs } from './tabs.ts';
import { toExtensions } from './toExtensions.ts';
import { wholeArticle } from './wholeArticle.ts';

/** What the sheet can do, one plugin each; of two that answer the same event the first one wins. */
const plugins = (context: EditorContext, { lastPaste, paste }: PastePlugins = pasting(context)): Plugin[] => [
  freshSelection(),
  cleanerFirst(),
  slashMenu(context),
  tabs(),
  keys(context),
  clicks(context),
  blockDrop(context),
  pictures(context),
  lastPaste,
  wholeArticle(context),
  paste,
  fields(),
  inputRules(),
  tableEditing(),
  gaps(),
  history({ depth: 1000, newGroupDelay: 500 }),
  dropCursor({ color: false, class: 'text-gap' }),
  placeholders(),
  marksOfPlace(),
  fieldNames(context),
];

/** The article's schema, its views and the plugins of the sheet, as tiptap extensions. */
export const extensions = (context: EditorContext): Extensions => [
  ...toExtensions(schema, views(context)),
  Extension.create({ name: 'sheet', addProseMirrorPlugins: () => plugins(context) }),
];
