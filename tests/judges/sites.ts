import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Article } from '../../shared/article/article.ts';
import type { Format } from '../../shared/formats/format.ts';
import { exportName } from '../../electron/core/exportName.ts';
import { ask } from '../support/judge.ts';
import { projectRoot } from '../support/projectRoot.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** What a page of a site shows: its article's text, and what the generator read of the front matter. */
export interface SitePage {
  readonly text: string;
  readonly html: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A generator of sites: where posts go, its files beside them, and how it is built with and without what waits. */
export interface Generator {
  readonly profile: string;
  readonly command: string;
  readonly install: string;
  readonly posts: string;
  readonly output: string;
  readonly files: Readonly<Record<string, string>>;
  readonly build: (all: boolean) => readonly [command: string, ...args: string[]];
}

const page = (content: string, data: string): string =>
  `<!doctype html><html><body><main>${content}</main><pre>${data}</pre></body></html>\n`;

/** Where npm puts Eleventy. */
export const eleventyPath = join(projectRoot, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');

/** The generators of `formats.md` M10, as a person sets them up at first. */
export const generators: readonly Generator[] = [
  {
    profile: 'hugo',
    command: 'hugo',
    install: 'apt install hugo',
    posts: 'content/posts',
    output: 'public',
    files: {
      'config.toml':
        'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]\n[permalinks]\nposts = "/:filename/"\n',
      'layouts/_default/single.html': page(
        '{{ .Content }}',
        '{{ jsonify (dict "title" .Title "description" .Description "date" .Date "publishDate" .PublishDate "lastmod" .Params.lastmod "expiryDate" .ExpiryDate "draft" .Draft "tags" .Params.tags "categories" .Params.categories "params" .Params.params) }}',
      ),
    },
    build: (all) => ['hugo', ...(all ? ['-D', '-F', '-E'] : [])],
  },
  {
    profile: 'jekyll',
    command: 'jekyll',
    install: 'apt install jekyll',
    posts: '_posts',
    output: '_site',
    files: {
      '_config.yml': 'permalink: /posts/:slug.html\n',
      '_layouts/post.html': page(
        '{{ content }}',
        `{% assign tags = page.tags | jsonify %}{"title":{{ page.title | jsonify | xml_escape }},"description":{{ page.description | jsonify | xml_escape }},"date":{{ page.date | date_to_xmlschema | jsonify }},"publishDate":{{ page.publishDate | jsonify }},"lastmod":{{ page.lastmod | jsonify }},"tags":{{ tags | xml_escape }},"categories":{{ page.categories | jsonify | xml_escape }},"params":{{ page.params | jsonify | xml_escape }}}`,
      ),
    },
    build: (all) => [
      'jekyll',
      'build',
      '--quiet',
      '--disable-disk-cache',
      ...(all ? ['--future', '--unpublished'] : []),
    ],
  },
  {
    profile: 'eleventy',
    command: 'node',
    install: 'npm install',
    posts: 'posts',
    output: '_site',
    files: {
      'package.json': '{ "type": "module" }\n',
      '.eleventyignore': 'node_modules\n',
      'posts/posts.json': '{ "layout": "post.njk" }\n',
      '_includes/post.njk': page(
        '{{ content | safe }}',
        '{{ { title: title, description: description, date: page.date, publishDate: publishDate, lastmod: lastmod, draft: draft, tags: tags, categories: categories, params: params } | dump }}',
      ),
    },
    build: () => ['node', eleventyPath, '--quiet'],
  },
];

function find(node: Node, name: string): Node | null {
  if (node.nodeName === name) return node;
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    const found = find(child, name);
    if (found !== null) return found;
  }
  return null;
}

const textOf = (node: Node | null): string =>
  node === null
    ? ''
    : 'value' in node
      ? node.value
      : 'childNodes' in node
        ? node.childNodes.map(textOf).join('')
        : '';

function readPage(path: string): SitePage {
  const html = readFileSync(path, 'utf8');
  const tree = parse(html);
  const data: unknown = JSON.parse(textOf(find(tree, 'pre')));
  const main = find(tree, 'main');
  // `dict`, `jsonify` and `dump` write objects.
  return { text: main === null ? '' : textWithoutComments(main), html, data: data as SitePage['data'] };
}

const textWithoutComments = (node: Node): string =>
  node.nodeName === '#comment'
    ? ''
    : 'childNodes' in node
      ? node.childNodes.map(textWithoutComments).join('')
      : textOf(node);

const write = (folder: string, name: string, text: string): void => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

/** Builds a site of articles in a folder; its pages by their article's id. With `all`, drafts and what waits are built, too. */
export function buildSite(
  generator: Generator,
  format: Format,
  articles: readonly Article[],
  { folder, all }: { readonly folder: string; readonly all: boolean },
): ReadonlyMap<string, SitePage> {
  for (const [name, text] of Object.entries(generator.files)) write(folder, name, text);
  for (const article of articles) {
    const name = exportName(article, format, `story-${article.id.slice(-6)}`);
    write(
      folder,
      `${generator.posts}/${name}`,
      format.render(
        { ...article, slug: `story-${article.id.slice(-6)}` },
        { theme: { id: 'none', css: '' } },
      ),
    );
  }
  const [command, ...args] = generator.build(all);
  ask(command, args, '', folder);
  const pages = new Map<string, SitePage>();
  for (const entry of readdirSync(join(folder, generator.output), { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.html')) continue;
    const found = readPage(join(folder, generator.output, entry));
    const { copydesk } = (found.data['params'] ?? {}) as { readonly copydesk?: { readonly id?: string } };
    pages.set(copydesk?.id ?? entry, found);
  }
  return pages;
}
