import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeAddress, isImageSource, isOpenableUrl, isSafeUrl } from '../../../shared/article/address.ts';

describe('isSafeUrl', () => {
  it.each([
    'https://example.org/a?b=c#d',
    'HTTP://EXAMPLE.ORG',
    'mailto:desk@example.org',
    'tel:+911123456789',
    '/local/page',
    'next.html',
    '#part',
    'https://उदाहरण.भारत/समाचार',
  ])('accepts %s', (address) => expect(isSafeUrl(address)).toBe(true));

  it.each([
    '',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org',
    '//example.org/a',
    '\\\\server\\share',
    'https://exam\u202eple.org',
    'https://a b',
    'https://',
    'blob:https://example.org/x',
    'app://copydesk/',
  ])('refuses %j', (address) => expect(isSafeUrl(address)).toBe(false));

  it('lets no address pass whose scheme is not on the list', () => {
    fc.assert(
      fc.property(
        fc.webUrl(),
        fc.constantFrom('javascript', 'data', 'vbscript', 'file', 'app', 'chrome'),
        (url, scheme) => {
          expect(isSafeUrl(url.replace(/^https?/, scheme))).toBe(false);
        },
      ),
    );
  });
});

describe('isOpenableUrl', () => {
  it.each(['https://example.org/', 'http://example.org', 'mailto:a@example.org'])('opens %s', (address) =>
    expect(isOpenableUrl(address)).toBe(true),
  );

  it.each([
    'tel:+911',
    '/local',
    'https://user:secret@example.org/',
    'https:example.org',
    'xmpp:a@b',
    'https://exa\\mple.org',
  ])('does not open %s', (address) => expect(isOpenableUrl(address)).toBe(false));
});

describe('completeAddress', () => {
  it.each([
    ['example.org/a', 'https://example.org/a'],
    [' https://example.org ', 'https://example.org'],
    ['desk@example.org', 'mailto:desk@example.org'],
    ['javascript:alert(1)', null],
    ['two words', null],
    ['', null],
  ])('%j becomes %j', (typed, address) => expect(completeAddress(typed)).toBe(address));
});

describe('isImageSource', () => {
  it('takes media, relative paths and web addresses, and the empty source of a picture to come', () => {
    for (const source of ['', `media/${'a'.repeat(64)}.png`, '/img/a.jpg', 'https://example.org/a.webp']) {
      expect(isImageSource(source)).toBe(true);
    }
    for (const source of ['data:image/png;base64,AA', 'mailto:a@example.org', 'javascript:x', 'blob:x']) {
      expect(isImageSource(source)).toBe(false);
    }
  });
});
