import { describe, expect, test } from 'vitest';
import { fromPage, originOf, policyToPage, registerScheme, toPage } from './addresses.ts';

registerScheme('app');

describe('addresses', () => {
  test.each([
    ['app://copydesk', 'https://copydesk.app.localhost/'],
    ['app://copydesk/index.html?a=1#b', 'https://copydesk.app.localhost/index.html?a=1#b'],
    ['app://copydesk?a', 'https://copydesk.app.localhost/?a'],
    ['APP://copydesk/x', 'https://copydesk.app.localhost/x'],
    ['https://example.com/app://x', 'https://example.com/app://x'],
    ['file:///app', 'file:///app'],
  ])('%s travels as %s', (address, page) => {
    expect(toPage(address)).toBe(page);
  });

  test.each([
    ['https://copydesk.app.localhost/index.html#b', 'app://copydesk/index.html#b'],
    ['https://copydesk.app.localhost', 'app://copydesk'],
    ['blob:https://copydesk.app.localhost/1-2', 'blob:app://copydesk/1-2'],
    ['https://copydesk.other.localhost/', 'https://copydesk.other.localhost/'],
    ['https://copydesk.app.localhost.example.com/', 'https://copydesk.app.localhost.example.com/'],
    [
      'https://example.com/?https://copydesk.app.localhost/',
      'https://example.com/?https://copydesk.app.localhost/',
    ],
  ])('main sees %s as %s', (page, address) => {
    expect(fromPage(page)).toBe(address);
  });

  test.each([
    ['app://copydesk/index.html', 'app://copydesk'],
    ['https://example.com:8080/x', 'https://example.com:8080'],
    ['about:blank', 'null'],
    ['', 'null'],
  ])('the origin of "%s" is %s', (address, origin) => {
    expect(originOf(address)).toBe(origin);
  });

  test('sources of the scheme in a policy also name the address that it travels as', () => {
    expect(policyToPage("default-src 'none'; img-src 'self' app: data:; frame-src app://copydesk")).toBe(
      "default-src 'none'; img-src 'self' app: https://*.app.localhost data:; frame-src app://copydesk https://copydesk.app.localhost",
    );
    expect(policyToPage('img-src app://copydesk/media/')).toBe(
      'img-src app://copydesk/media/ https://copydesk.app.localhost/media/',
    );
    expect(policyToPage("default-src 'self' https://app.example.com")).toBe(
      "default-src 'self' https://app.example.com",
    );
  });
});
