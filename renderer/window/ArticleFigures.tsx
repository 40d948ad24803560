import { readingMinutes, wordsOf } from '../../shared/article/text.ts';
import { useDraftReading } from '../article/useDraft.ts';
import { useReading } from '../ui/store.ts';
import { useServices } from './services.ts';

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
  const { place } = useServices();
  const words = useDraftReading((state) => (state.kind === 'open' ? wordsOf(state.article.body) : null));
  const target = useDraftReading((state) => (state.kind === 'open' ? state.article.targetLength : undefined));
  const language = useDraftReading((state) => (state.kind === 'open' ? state.article.language : ''));
  const selected = useReading(place, (state) => state?.selectedWords ?? 0);
  if (words === null) return null;
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
