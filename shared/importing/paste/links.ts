import { isSafeUrl } from '../../article/address.ts';
import { flat, unwrap, type Pasting } from './pasting.ts';

/** Keeps the links that an article may carry: one that points into its own source is text, any other that goes is told. */
export function readLinks({ body, note }: Pasting): void {
  for (const anchor of body.querySelectorAll('a')) {
    const href = String(anchor.getAttribute('href') ?? '').trim();
    if (href === '' || href.startsWith('#') || /^(?:about:blank)?#/iu.test(href)) unwrap(anchor);
    else if (!isSafeUrl(href)) {
      note(
        'removed',
        `A link of a kind that an article does not carry`,
        `${flat(anchor.textContent)} → ${href.slice(0, 300)}`,
      );
      unwrap(anchor);
    } else if (href !== anchor.getAttribute('href')) anchor.setAttribute('href', href);
  }
}
