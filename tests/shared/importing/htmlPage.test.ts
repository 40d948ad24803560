import { describe, expect, it } from 'vitest';
import { headerText, plainText } from '../../../shared/article/text.ts';
import { html } from '../../../shared/importing/html.ts';
import type { Imported } from '../../../shared/importing/importer.ts';

const sentence = (at: number): string =>
  `<p>The boat of day ${at} left the northern quay at dawn, with crew, freight and passengers aboard, as it has every day since the spring of that year.</p>`;
const text = Array.from({ length: 8 }, (_, at) => sentence(at + 1)).join('\n');

const page = (body: string, head = ''): string => `<!doctype html><html lang="en-IE"><head>
<title>Night ferry returns | The Marrow Sound Post</title><meta property="og:site_name" content="The Marrow Sound Post">${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport 24</a></li></ul></nav>
<main><article>${body}</article></main>
<aside><h2>Most Popular</h2><p>“Cheap” flats from 900 a month</p></aside>
<footer><p>© 2026 The Marrow Sound Post. All rights reserved.</p><button>Accept all 17 cookies</button></footer>
</body></html>`;

const read = (source: string): Imported => html.run({ name: 'page.html', text: source });
const decided = ({ receipt }: Imported, kind: string): readonly string[] =>
  receipt.decisions.filter((one) => one.kind === kind).map((one) => `${one.what}: ${one.text}`);
const shape = ({ body }: Imported): readonly string[] => body.children.slice(5).map(String);

const story = `<p class="kicker">The coast</p><h1>Night ferry returns</h1>
<p>By Ada Quill</p>
<figure><img src="/pictures/boat.jpg" alt="A boat at a quay" width="800" height="600"><figcaption>The boat at dawn <span class="photo-credit">A. Lens</span></figcaption></figure>
${text}`;

describe('a page of somebody else', () => {
  it('gives its head to the fields and its metadata to the article', () => {
    const made = read(
      page(
        story,
        `<link rel="canonical" href="https://post.example/2026/ferry"><meta property="article:published_time" content="2026-05-04T06:30:00+01:00"><meta property="article:section" content="Coast">`,
      ),
    );
    const fields = ['kicker', 'headline', 'byline'] as const;
    expect(fields.map((name) => headerText(made.body, name))).toEqual([
      'The coast',
      'Night ferry returns',
      'By Ada Quill',
    ]);
    expect(made.envelope).toMatchObject({
      language: 'en-IE',
      canonical: 'https://post.example/2026/ferry',
      published: '2026-05-04T06:30:00+01:00',
      section: 'Coast',
    });
  });

  it('keeps figures with caption and credit, and never fetches their pictures', () => {
    const made = read(page(story, '<link rel="canonical" href="https://post.example/2026/ferry">'));
    const figure = made.body.children.find(({ type }) => type.name === 'figure');
    expect(figure?.attrs).toMatchObject({
      src: 'https://post.example/pictures/boat.jpg',
      alt: 'A boat at a quay',
    });
    expect(String(figure)).toBe('figure(caption("The boat at dawn"), credit("A. Lens"))');
    expect(decided(made, 'doubted')).toContain(
      'a picture stays on the web: nothing was fetched: https://post.example/pictures/boat.jpg',
    );
  });

  it('keeps the picture above the text where the text has none', () => {
    const lede = '<div class="hero"><img src="https://post.example/lede.jpg?w=900" alt="The quay"></div>';
    const source = page(
      `<h1>Night ferry returns</h1>${text}`,
      '<meta property="og:image" content="https://post.example/lede.jpg">',
    );
    const made = read(source.replace('<main>', `${lede}<main>`));
    expect(made.body.child(5).attrs).toMatchObject({
      src: 'https://post.example/lede.jpg?w=900',
      alt: 'The quay',
    });
  });

  it('doubts relative addresses where the page does not tell its own', () => {
    const made = read(
      page(
        `<h1>Night ferry returns</h1>${text}<p>See the <a href="/minutes">minutes of the board</a> for more about the boat and its fares.</p>`,
      ),
    );
    expect(decided(made, 'doubted').join('\n')).toContain('these addresses lead nowhere yet: /');
    expect(JSON.stringify(made.body.toJSON())).toContain('"href":"/minutes"');
  });

  it('never guesses a date without a time zone', () => {
    const made = read(page(story, '<meta property="article:published_time" content="2026-05-04 06:30">'));
    expect(made.envelope.published).toBeUndefined();
    expect(decided(made, 'doubted')).toContain(
      'a date without a time zone was not taken over: 2026-05-04 06:30',
    );
  });

  it('keeps lists, quotes, tables and crossheads', () => {
    const made = read(
      page(
        `<h1>Night ferry returns</h1>${text}<h2>What it costs</h2><ul><li>Adults 12</li><li>Children 6</li></ul><blockquote><p>“We were never asked about any of this,” the harbour master said on Monday.</p></blockquote><table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>4</td></tr></table>${text}`,
      ),
    );
    expect(shape(made).join('\n')).toContain('bulletList(listItem(paragraph("Adults 12"))');
    expect(shape(made)).toContain(
      'quote(paragraph("“We were never asked about any of this,” the harbour master said on Monday."))',
    );
    expect(made.body.children.map(({ type }) => type.name)).toEqual(
      expect.arrayContaining(['heading', 'table']),
    );
  });

  it('keeps a related link in its place, with its label and its address', () => {
    const made = read(
      page(
        `<h1>Night ferry returns</h1>${text}<p>Read more: <a href="https://post.example/wall">Harbour wall holds in the storm</a></p>${text}`,
      ),
    );
    const link = made.body.children.find(({ type }) => type.name === 'relatedLink');
    expect(link?.attrs).toMatchObject({ label: 'Read more', href: 'https://post.example/wall' });
    expect(link?.textContent).toBe('Harbour wall holds in the storm');
  });

  it('lists all that it removed: furniture by its class, the hidden, the rest of the page, frames', () => {
    const made = read(page(`${story}<iframe src="https://video.example/v/1"></iframe>`));
    const removed = decided(made, 'removed').join('\n');
    expect(removed).toContain('Embedded player or frame: https://video.example/v/1');
    expect(removed).toContain('Hidden text and controls: Accept all 17 cookies');
    expect(removed).toContain('© 2026 The Marrow Sound Post.');
    expect(removed).toMatch(/Rest of the page: (?:.*\n)*.*“Cheap” flats from 900 a month/u);
    expect(removed).toContain('Sport 24');
  });

  it('has no active content whatever the page holds', () => {
    const made = read(
      page(
        `${story}<p onclick="x()"><a href="javascript:x()">a link that runs a script here</a></p><script>x()</script>`,
      ),
    );
    expect(JSON.stringify(made.body.toJSON())).not.toMatch(/javascript:|onclick|x\(\)/u);
  });

  it('is refused where it nests too deeply', () => {
    expect(() => read(`<p>${'<div>'.repeat(5000)}deep`)).toThrow('nested too deeply');
  });

  it('of markup alone is read whole', () => {
    const made = read('<h1>A title of four words</h1><p>One “two” 3.</p>');
    expect(headerText(made.body, 'headline')).toBe('A title of four words');
    expect(plainText(made.body)).toContain('One “two” 3.');
    expect(decided(made, 'removed')).toEqual([]);
  });
});
