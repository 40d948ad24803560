import { describe, expect, it } from 'vitest';
import { importFile } from '../../../electron/core/importing/importFile.ts';
import { docxOf, docxParts, paragraph } from '../../support/docxFile.ts';
import { zipOf, type ZipPart } from '../../support/zip.ts';

const parts = docxParts(paragraph('Words'));
const withPart = (...more: readonly ZipPart[]): Uint8Array => zipOf([...parts, ...more]);
const instead = (name: string, bytes: string): Uint8Array =>
  zipOf(parts.map((part) => (part.name === name ? { name, bytes } : part)));
const deep = (levels: number): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(levels)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(levels)}</w:body></w:document>`;

const read = (bytes: Uint8Array) =>
  importFile('story.docx', bytes, {
    id: 'a'.repeat(32),
    created: '2026-05-04T06:30:00.000Z',
    language: 'en',
  });

const document = 'word/document.xml';

describe('a hostile Word document is refused, in one sentence that names it', () => {
  it.each<readonly [string, Uint8Array, RegExp]>([
    ['no archive', new TextEncoder().encode('Not a document'), /damaged, or no Word document/],
    ['an empty file', new Uint8Array(), /damaged, or no Word document/],
    ['a cut archive', docxOf(paragraph('Words')).slice(0, 900), /damaged, or no Word document/],
    ['a protected one', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /protected by a password/],
    ['an encrypted part', withPart({ name: 'x.xml', bytes: 'x', packed: true, encrypted: true }), /password/],
    ['a way up', withPart({ name: '../../evil.xml', bytes: '<x/>' }), /leads outside/],
    ['an absolute way', withPart({ name: '/etc/evil.xml', bytes: '<x/>' }), /leads outside/],
    ['a Windows way', withPart({ name: 'C:\\evil.xml', bytes: '<x/>' }), /leads outside/],
    ['twins', withPart({ name: document, bytes: '<x/>' }), /two parts called/],
    [
      'a bomb',
      withPart({ name: 'b.xml', bytes: Buffer.alloc(30_000_000, 32), packed: true }),
      /fills the memory/,
    ],
    [
      'too much in all',
      withPart({ name: 'b.xml', bytes: 'x', packed: true, declared: 200_000_000 }),
      /more than 100 MB/,
    ],
    [
      'a lie about a size',
      withPart({ name: 'b.xml', bytes: 'xxxxxxxx', packed: true, declared: 2 }),
      /damaged/,
    ],
    [
      'too many parts',
      withPart(...Array.from({ length: 2001 }, (_, at) => ({ name: `p${at}.xml`, bytes: '<x/>' }))),
      /at most 2000/,
    ],
    [
      'a document type',
      instead(document, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
      /entities/,
    ],
    ['tables in tables', instead(document, deep(2000)), /nested too deeply/],
    ['another archive', zipOf([{ name: 'readme.txt', bytes: 'Words' }]), /no Word document/],
    ['a tag that is never closed', instead(document, '<w:document'), /XML is broken/],
    ['a comment that is never closed', instead(document, '<w:document><!-- '), /XML is broken/],
    [
      'a comment that only seems closed',
      instead(document, '<w:document><!--></w:document>'),
      /XML is broken/,
    ],
    ['a million tags in a tag', instead(document, '<w:t '.repeat(1_000_000)), /XML is broken/],
    ['a tag in a value', instead(document, '<w:document w:a="<w:t>"/>'), /XML is broken/],
    ['elements that are never closed', instead(document, '<w:document><w:t>'), /cannot be read/],
  ])('%s', async (_what, bytes, reason) => {
    await expect(read(bytes)).rejects.toMatchObject({
      name: 'CopydeskError',
      message: expect.stringMatching(/^“story\.docx” was not read: .*\. It is untouched\.$/) as unknown,
    });
    await expect(read(bytes)).rejects.toThrow(reason);
  });
});
