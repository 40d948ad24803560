import { shell } from 'electron';
import { isOpenableUrl } from '../shared/article/address.ts';
import { CopydeskError } from '../shared/error.ts';

/** The one way out: hands an http, https or mailto address to the system, and throws `refused` for any other. */
export async function openLink(href: string): Promise<void> {
  if (!isOpenableUrl(href)) {
    const shown = href.slice(0, 200);
    throw new CopydeskError(
      'refused',
      `“${shown}” is not opened: only http, https and mailto addresses are.`,
    );
  }
  await shell.openExternal(href);
}
