import { useEffect, useState } from 'react';
import type { Article } from '../../shared/article/article.ts';
import { readingMinutes, wordsOf } from '../../shared/article/text.ts';
import type { Draft } from '../article/draft.ts';
import { useReading } from '../ui/store.ts';
import { useServices } from './services.ts';

/** Figures follow the typing at this distance, in milliseconds: they are not worth a keystroke's time. */
const distance = 250;

const articleOf = (draft: Draft): Article | null => {
  const state = draft.get();
  return state.kind === 'open' ? state.article : null;
};

function useLateArticle(draft: Draft): Article | null {
  const [article, setArticle] = useState(() => articleOf(draft));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const follow = () => {
      timer ??= setTimeout(() => {
        timer = null;
        setArticle(articleOf(draft));
      }, distance);
    };
    follow();
    const end = draft.subscribe(follow);
    return () => {
      end();
      if (timer !== null) clearTimeout(timer);
    };
  }, [draft]);
  return article;
}

const plain = new Intl.NumberFormat('en');
const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** A number of words in words. */
export const wordsText = (words: number): string =>
  `${plain.format(words)} ${words === 1 ? 'word' : 'words'}`;

const lengthText = (words: number, target: number | undefined, selected: number): string => {
  if (selected > 0) return `${plain.format(selected)} of ${wordsText(words)}`;
  return target === undefined ? wordsText(words) : `${plain.format(words)} of ${plain.format(target)} words`;
};

/** Words (of the selection, against the target), reading time and language. */
export function ArticleFigures() {
  const { draft, place } = useServices();
  const article = useLateArticle(draft);
  const selected = useReading(place, (state) => state?.selectedWords ?? 0);
  if (article === null) return null;
  const words = wordsOf(article.body);
  const over = article.targetLength !== undefined && words > article.targetLength;
  return (
    <>
      <span className="status-figure" data-over={over ? '' : undefined}>
        {lengthText(words, article.targetLength, selected)}
        {over ? `, ${plain.format(words - (article.targetLength ?? 0))} over` : ''}
      </span>
      {words === 0 ? null : (
        <span className="status-figure status-minor">{`${String(readingMinutes(words))} min read`}</span>
      )}
      <span className="status-figure status-minor">{names.of(article.language) ?? article.language}</span>
    </>
  );
}
