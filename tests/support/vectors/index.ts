import { breakouts } from './breakouts.ts';
import { clobbering } from './clobbering.ts';
import { drawings } from './drawings.ts';
import { forgedSlices } from './forged.ts';
import { frames } from './frames.ts';
import { markdownVectors } from './markdownVectors.ts';
import { mutations } from './mutations.ts';
import { styles } from './styles.ts';
import { tags } from './tags.ts';
import { urls } from './urls.ts';

export { forgedBlocks } from './forged.ts';
export { pollutedMembers, pollutedSettings, pollutedYaml } from './pollution.ts';

/** One hostile text: what it is in its class, and as HTML, Markdown and plain text. */
export interface Vector {
  /** Class and number, such as `tags-7`: the path of its canary. */
  readonly name: string;
  readonly html: string;
  readonly markdown: string;
  readonly text: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

type Raw = Pick<Vector, 'html' | 'markdown' | 'text'>;

const named = (label: string, list: readonly string[], make: (text: string) => Raw): readonly Vector[] =>
  list.map((text, at) => {
    const name = `${label}-${String(at + 1)}`;
    const { html, markdown, text: plain } = make(text.replaceAll('{n}', name));
    return { name, html, markdown, text: plain };
  });

// Markdown takes HTML as it is.
const asHtml = (text: string): Raw => ({ html: text, markdown: text, text });

/** The project's own hostile texts (`reliability.md` §13), by class; forged files and pollution stand beside. */
export const vectorClasses: Readonly<Record<string, readonly Vector[]>> = {
  tags: named('tags', tags, asHtml),
  urls: named('urls', urls, (address) => ({
    html: `<p><a href="${address}">x</a> <img src="${address}" alt="x"></p>`,
    markdown: `[x](<${address.replaceAll(/[\n\r]/gu, '')}>) ![x](<${address.replaceAll(/[\n\r]/gu, '')}>)`,
    text: `Read Also: Ferry ${address}`,
  })),
  mutations: named('mutations', mutations, asHtml),
  drawings: named('drawings', drawings, asHtml),
  styles: named('styles', styles, asHtml),
  frames: named('frames', frames, asHtml),
  clobbering: named('clobbering', clobbering, asHtml),
  markdown: named('markdown', markdownVectors, (markdown) => ({
    html: `<p>${escaped(markdown)}</p>`,
    markdown,
    text: markdown,
  })),
  breakouts: named('breakouts', breakouts, (text) => ({
    html: `<p title="${escaped(text)}">${escaped(text)}</p>`,
    markdown: text,
    text,
  })),
  slices: named('slices', forgedSlices, asHtml),
};

/** All of them. */
export const vectors: readonly Vector[] = Object.values(vectorClasses).flat();
