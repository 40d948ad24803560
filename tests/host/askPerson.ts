import type { BrowserWindow } from './browserWindow.ts';
import { openWindows } from './windows.ts';

/** Asks the person through the page's prompt(); null when cancelled or where there is no window. */
export async function askPerson(
  window: BrowserWindow | null | undefined,
  question: string,
  preset: string,
): Promise<string | null> {
  const used = window ?? [...openWindows][0];
  if (used === undefined) return null;
  const code = `prompt(${JSON.stringify(question)}, ${JSON.stringify(preset)})`;
  const answer = await used.webContents.executeJavaScript(code, true);
  return typeof answer === 'string' ? answer : null;
}
