import type { Listed } from './list.ts';

/** What must be known of a search besides what it found: parts that were not understood, and articles still to be read. */
export function SearchHints({ found }: { readonly found: Listed | null }) {
  const hints = [
    ...(found?.unclear ?? []).map((part) => `“${part}” is not understood and left out.`),
    ...(found === null || found.progress === null
      ? []
      : ['Not every article is read yet: more may be found.']),
  ];
  return hints.length === 0 ? null : <p className="library-hint">{hints.join(' ')}</p>;
}
