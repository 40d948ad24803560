import type { NodeViewConstructor } from '@tiptap/pm/view';
import type { EditorContext } from '../context.ts';
import { correctionView } from './correctionView.ts';
import { embedView } from './embedView.ts';
import { factBoxView } from './factBoxView.ts';
import { figureView } from './figureView.ts';
import { relatedLinkView } from './relatedLinkView.ts';
import { tableView } from './tableView.ts';

/** The blocks with an editing interface of their own, by name; all others are shown by their `toDOM`. */
export const views = (context: EditorContext): Readonly<Record<string, NodeViewConstructor>> => ({
  figure: figureView(context),
  table: tableView(),
  relatedLink: relatedLinkView(context),
  factBox: factBoxView(),
  correction: correctionView(),
  embed: embedView(),
});
