import type { Envelope } from '../../shared/article/article.ts';

type Field =
  | 'language'
  | 'direction'
  | 'slug'
  | 'slugline'
  | 'section'
  | 'genre'
  | 'keywords'
  | 'headlines'
  | 'status'
  | 'embargo'
  | 'published'
  | 'expires'
  | 'rights'
  | 'edNote'
  | 'canonical'
  | 'targetLength';

/** A change of metadata; a field set to undefined is removed. */
export type EnvelopePatch = { readonly [Name in Field]?: Envelope[Name] | undefined };
