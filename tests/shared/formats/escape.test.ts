import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, escapeText, isCalm, jsonForScript } from '../../../shared/formats/escape.ts';
import { foreignRuns } from '../../../shared/formats/scripts.ts';
import { hostileStrings } from '../../support/hostileStrings.ts';

// What the functions promise, in full and without a quick way.
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu;
const clean = (text: string): string =>
  text.replace(/\r\n?/gu, '\n').replace(forbidden, '').toWellFormed().normalize('NFC');
const escaped = (text: string): string =>
  clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const unit = fc.oneof(
  fc.integer({ min: 0, max: 0x2ff }),
  fc.integer({ min: 0x300, max: 0x36f }),
  fc.integer({ min: 0x1ff0, max: 0x2130 }),
  fc.integer({ min: 0, max: 0xffff }),
);
const anyText = fc.oneof(
  fc.array(unit, { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(...hostileStrings.map(({ text }) => text)),
);

test('every single character is cleaned and escaped as promised', () => {
  const wrong: number[] = [];
  for (let code = 0; code < 0x10000; code += 1) {
    const text = `a${String.fromCharCode(code)}b`;
    if (cleanText(text) !== clean(text) || escapeText(text) !== escaped(text)) wrong.push(code);
    if (isCalm(text) && (escapeText(text) !== text || foreignRuns(text, 'en').length > 0)) wrong.push(code);
  }
  expect(wrong).toEqual([]);
});

test('and so is any text, also as JSON in a script', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cleanText(text)).toBe(clean(text));
      expect(escapeText(text)).toBe(escaped(text));
      if (isCalm(text)) expect(escapeText(text)).toBe(text);
      const json = jsonForScript({ a: text, b: [text, 1] });
      expect(JSON.parse(json)).toEqual({ a: clean(text), b: [clean(text), 1] });
      expect(json).not.toMatch(/[<>&\u2028\u2029]/u);
    }),
    { numRuns: 2000 },
  );
});
