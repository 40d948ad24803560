import { pictureUrl } from '../api.ts';
import type { EditorServices } from '../editor/handle.ts';
import { tellPaste } from '../importing/tellPaste.ts';
import { announce } from '../ui/announce.tsx';
import type { Services } from './services.ts';

/** What the editor asks for, answered by this window. */
export const createEditorServices = (services: Services): EditorServices => ({
  addPicture: (name, bytes) => services.connection.call('media:add', { name, bytes: new Uint8Array(bytes) }),
  pickPicture: () => services.connection.call('media:pick', null),
  pictureUrl,
  findArticles: async (typed) => {
    const state = services.draft.get();
    const shown = state.kind === 'open' ? state.article.id : null;
    const question = { typed, typing: true, sort: 'best', offset: 0, limit: 50, purpose: 'choice' } as const;
    const { rows } = await services.connection.call('library:page', question);
    return rows
      .map(({ entry }) => entry)
      .filter(({ id, problem }) => id !== null && id !== shown && problem === null);
  },
  findArticle: (id) => services.connection.call('library:find', { id }),
  openLink: (href) => {
    services.connection
      .call('link:open', { href })
      .catch((error: unknown) => services.reports.error('The link was not opened', error));
  },
  announce,
  report: (message) => services.reports.add({ tone: 'error', title: message }),
  pasted: (paste) => tellPaste(services, paste),
  readWhole: (text) => {
    import('../importing/importFile.ts')
      .then(({ importPastedText }) => importPastedText(services, text))
      .catch((error: unknown) => services.reports.error('The text was not pasted', error));
  },
});
