import { articleToJson } from '../../shared/article/article.ts';
import { toast } from '../ui/Toast.tsx';
import type { Services } from '../window/services.ts';
import { pastGate } from './pastGate.ts';

const missing = (pictures: number): string => {
  if (pictures === 0) return '';
  return pictures === 1
    ? ' Its picture is not in it: upload it to the CMS.'
    : ` Its ${String(pictures)} pictures are not in it: upload them to the CMS.`;
};

/** Puts the body of the article on the sheet on the clipboard, as the profile's HTML and as plain text. */
export async function copyForCms(
  { connection, draft }: Pick<Services, 'connection' | 'draft'>,
  format: 'fragment' | 'fragment-wordpress',
): Promise<void> {
  const state = draft.get();
  if (state.kind === 'none') return;
  const article = articleToJson(state.article);
  const copied = await pastGate('Copy', (override) =>
    connection.call('export:copy', { article, format, override }),
  );
  if (copied === null) return;
  const name = format === 'fragment' ? 'a CMS' : 'WordPress';
  toast({ text: `Copied for ${name}, without headline and byline.${missing(copied.pictures)}` });
}
