import fc from 'fast-check';
import { expect, it } from 'vitest';
import { besidePath } from '../../../shared/importing/html/addresses.ts';

it.each([
  ['Night ferry_files/boat.jpg', 'Night ferry.html', 'Night ferry_files/boat.jpg'],
  ['./Night%20ferry_files/boat%20(1).jpg?w=800#top', 'Night ferry.html', 'Night ferry_files/boat (1).jpg'],
  ['Seite-Dateien/bild.png', 'Seite.htm', 'Seite-Dateien/bild.png'],
  ['page_files/deeper/boat.jpg', 'page.xhtml', 'page_files/deeper/boat.jpg'],
])('finds %s beside %s', (address, name, path) => {
  expect(besidePath(address, name)).toBe(path);
});

it.each([
  '../page_files/boat.jpg',
  'page_files/../secret.jpg',
  'page_files/%2e%2e/secret.jpg',
  'page_files/%2E./secret.jpg/../../a.jpg',
  'page_files/..%5csecret.jpg',
  'page_files/a%00.jpg',
  'page_files/C:secret.jpg',
  'page_files/',
  'page_files//etc/passwd',
  'page_files/%zz.jpg',
  '/page_files/boat.jpg',
  '//page_files/boat.jpg',
  'file:///page_files/boat.jpg',
  'C:/page_files/boat.jpg',
  '\\\\host\\page_files\\boat.jpg',
  'other_files/boat.jpg',
  'page_filesx/boat.jpg',
])('leaves %s alone', (address) => {
  expect(besidePath(address, 'page.html')).toBeNull();
});

it('never leads out of the folder of its page, whatever the address', () => {
  const part = fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%2f',
    '%5c',
    '\\',
    '/',
    'a',
    'page_files',
    ':',
    '%00',
    '?',
    '#',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const path = besidePath(`page_files/${parts.join('')}`, 'page.html');
      if (path === null) return;
      expect(new URL(`file:///home/${path.split('/').map(encodeURIComponent).join('/')}`).pathname).toMatch(
        /^\/home\/page_files\/./u,
      );
      expect(path).not.toMatch(/[\\:\0]|(?:^|\/)\.{0,2}(?:\/|$)/u);
    }),
  );
});
