import { describe, expect, it } from 'vitest';
import { plainText } from '../../../shared/article/text.ts';
import { documentOf } from '../../../shared/importing/html/dom.ts';
import { pageLimits, parsePage } from '../../../shared/importing/html/pageTree.ts';
import { closeLimits } from '../../../shared/importing/html/plainPage.ts';
import { html } from '../../../shared/importing/html.ts';

const read = (text: string) => html.run({ name: 'page.html', text });

describe('a page that asks too much of the parser', () => {
  it('is refused as soon as it nests too deeply, however long it is', () => {
    expect(() => parsePage('<div>'.repeat(200_000))).toThrow(/nested too deeply/);
    expect(() => parsePage('<svg><g>'.repeat(100_000))).toThrow(/nested too deeply/);
    expect(parsePage(`${'<div>'.repeat(250)}x${'</div>'.repeat(250)}`.repeat(3)).elements).toBe(753);
  });

  it('is refused as soon as it holds too many elements, those that the parser adds among them', () => {
    expect(() => parsePage('<br>'.repeat(pageLimits.elements))).toThrow(/more elements/);
    expect(() => parsePage('<b>x<p>y'.repeat(pageLimits.elements / 3))).toThrow(/more elements/);
  });

  it('is refused when an element has attributes without end, finished or not', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `a${String(at)}=1`).join(' ');
    expect(() => parsePage(`<p ${many}>x</p>`)).toThrow(/more attributes/);
    expect(() => parsePage(`<p ${many}`)).toThrow(/more attributes/);
    expect(parsePage(`<p ${many.slice(0, 3000)}>x</p>`).elements).toBe(4);
  });

  it('takes no more attributes from later bodies than one element may have', () => {
    const bodies = Array.from({ length: 3000 }, (_, at) => `<body a${String(at)}=1>`).join('');
    expect(documentOf(`${bodies}Ferry`).body.getAttributeNames().length).toBeLessThanOrEqual(
      pageLimits.attributes + 1,
    );
  });

  it('is read whole where a piece of it ends within a tag, a reference or a pair of surrogates', () => {
    const text = `<p title="${'x'.repeat(8170)}">&amp;😀 ferry</p>`;
    for (let shift = 0; shift < 40; shift += 1) {
      const page = documentOf(`${' '.repeat(shift)}${text}`);
      expect(page.body.textContent).toBe('&😀 ferry');
    }
  });
});

describe('a page that is too large to be looked at closely', () => {
  const rows = Array.from({ length: closeLimits.elements }, (_, at) => `<p>Line ${String(at)} of it.</p>`);
  const large = `<title>Lines</title><body>${rows.join('')}<div hidden>Nobody sees 42.</div><script>let x = 7</script>`;

  it('is read as its text: no word of it is lost, and the receipt says so', () => {
    const { body, receipt } = read(large);
    const said = plainText(body);
    expect(rows.filter((_, at) => !said.includes(`Line ${String(at)} of it.`))).toEqual([]);
    expect(receipt.decisions[0]).toMatchObject({
      kind: 'doubted',
      what: expect.stringMatching(/^too large a page to find its article \(60\d\d elements\)/) as unknown,
    });
    expect(receipt.decisions).toContainEqual(
      expect.objectContaining({ kind: 'removed', what: 'Hidden text and controls', text: 'Nobody sees 42.' }),
    );
    expect(receipt.plain).toContain('Nobody sees 42.');
  });

  it('is one with few elements and much text deep inside them, too', () => {
    const deep = `${'<div>'.repeat(200)}${'A word, and another. '.repeat(10_000)}${'</div>'.repeat(200)}`;
    expect(read(deep).receipt.decisions[0]?.what).toMatch(/^too large a page/);
  });
});

it('two hundred thousand signs that begin no tag are text, in one piece', () => {
  const page = documentOf(`<p>${'<'.repeat(200_000)}</p>`);
  expect([...page.querySelectorAll('p')].map(({ childNodes }) => [...childNodes].length)).toEqual([1]);
  expect(plainText(read(`<p>${'<'.repeat(200_000)}</p>`).body)).toHaveLength(200_000);
});

it('names, classes and styles that are longer than any that means something are left out', () => {
  const page = documentOf(
    `<p class="${'x '.repeat(300_000)}" style="${'x'.repeat(300_000)}" title="t">Ferry</p>`,
  );
  expect(page.querySelector('p')?.getAttributeNames()).toEqual(['title']);
});
