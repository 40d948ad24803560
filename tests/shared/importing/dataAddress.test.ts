import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOfData, isPictureData } from '../../../shared/importing/dataAddress.ts';

const arbitrary = fc.uint8Array({ maxLength: 200 });

it('gives the bytes back that base64 says, with line breaks, escapes and the other alphabet', () => {
  fc.assert(
    fc.property(arbitrary, fc.constantFrom<BufferEncoding>('base64', 'base64url'), (bytes, alphabet) => {
      const text = Buffer.from(bytes).toString(alphabet);
      const broken = text.replace(/.{20}/gu, '$&\r\n').replaceAll('+', '%2B');
      expect(bytesOfData(`data:image/png;base64,${broken}`)).toEqual(bytes);
    }),
  );
});

it('gives the bytes back that escapes say', () => {
  fc.assert(
    fc.property(arbitrary, (bytes) => {
      const text = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
      expect(bytesOfData(`data:image/gif,${text}`)).toEqual(bytes);
    }),
  );
});

it.each([
  ['data:image/png;base64,AAAA', true],
  ['DATA:IMAGE/JPEG;base64,AAAA', true],
  ['data:image/svg+xml,<svg/>', false],
  ['data:text/html,<script>', false],
  ['https://post.example/data:image/png;', false],
])('takes %s for a picture: %s', (address, expected) => {
  expect(isPictureData(address)).toBe(expected);
});
