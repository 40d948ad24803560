import { useEffect, useState } from 'react';
import { readingMinutes, wordsOf } from '../../shared/article/text.ts';
import type { Draft } from '../article/draft.ts';
import { useReading } from '../ui/store.ts';
import { useServices } from './services.ts';

/** Figures follow the typing at this distance, in milliseconds: they are not worth a keystroke's time. */
const distance = 250;

interface Figures {
  readonly words: number;
  readonly target: number | undefined;
  readonly language: string;
}

const figuresOf = (draft: Draft): Figures | null => {
  const state = draft.get();
  if (state.kind === 'none') return null;
  const { body, targetLength, language } = state.article;
  return { words: wordsOf(body), target: targetLength, language };
};

const isSame = (one: Figures | null, other: Figures | null): boolean =>
  one?.words === other?.words && one?.target === other?.target && one?.language === other?.language;

function useLateFigures(draft: Draft): Figures | null {
  const [figures, setFigures] = useState(() => figuresOf(draft));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const follow = () => {
      timer ??= setTimeout(() => {
        timer = null;
        const next = figuresOf(draft);
        setFigures((shown) => (isSame(shown, next) ? shown : next));
      }, distance);
    };
    follow();
    const end = draft.subscribe(follow);
    return () => {
      end();
      if (timer !== null) clearTimeout(timer);
    };
  }, [draft]);
  return figures;
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
  const figures = useLateFigures(draft);
  const selected = useReading(place, (state) => state?.selectedWords ?? 0);
  if (figures === null) return null;
  const { words, target, language } = figures;
  const over = target !== undefined && words > target;
  return (
    <>
      <span className="status-figure" data-over={over ? '' : undefined}>
        {lengthText(words, target, selected)}
        {over ? `, ${plain.format(words - target)} over` : ''}
      </span>
      {words === 0 ? null : (
        <span className="status-figure status-minor">{`${String(readingMinutes(words))} min read`}</span>
      )}
      <span className="status-figure status-minor">{names.of(language) ?? language}</span>
    </>
  );
}
