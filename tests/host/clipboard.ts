import { strict } from './strict.ts';

type Bookmark = { readonly title: string; readonly url: string };
type Payload = string | Blob | Bookmark;

const bookmark = 'electron application/bookmark';

/** One entry of the clipboard, by MIME type, in the shape of Electron 44 and later. */
export class ClipboardItem {
  private readonly payloads: ReadonlyMap<string, Payload | Promise<Payload>>;

  constructor(items: Readonly<Record<string, Payload | Promise<Payload>>>) {
    if (Object.keys(items).length === 0) throw new TypeError('ClipboardItem needs at least one type');
    this.payloads = new Map(Object.entries(items));
  }

  get types(): string[] {
    return [...this.payloads.keys()];
  }

  async getType(type: string): Promise<Blob | Bookmark> {
    const payload = await this.payloads.get(type);
    if (payload === undefined) throw new Error(`The type '${type}' was not found`);
    if (type === bookmark && typeof payload === 'object' && 'url' in payload) return payload;
    if (typeof payload === 'string') return new Blob([payload], { type });
    if (payload instanceof Blob)
      return payload.type === type ? payload : payload.slice(0, payload.size, type);
    throw new TypeError(`The payload of '${type}' must be a string or a Blob`);
  }
}

let items: readonly ClipboardItem[] = [];

async function textOf(type: string): Promise<string> {
  const item = items.find((known) => known.types.includes(type));
  const payload = await item?.getType(type);
  return payload instanceof Blob ? payload.text() : '';
}

/** Electron's clipboard, private to this process. */
export const clipboard = strict('clipboard', {
  clear(): void {
    items = [];
  },
  has: (type: string): Promise<boolean> => Promise.resolve(items.some((item) => item.types.includes(type))),
  read: (): Promise<ClipboardItem[]> => Promise.resolve([...items]),
  readText: (): Promise<string> => textOf('text/plain'),
  async write(data: readonly ClipboardItem[]): Promise<void> {
    if (!Array.isArray(data) || !data.every((item) => item instanceof ClipboardItem))
      throw new TypeError('clipboard.write needs an array of ClipboardItem');
    // Payloads may be promises; all are there before anything is replaced.
    await Promise.all(data.flatMap((item) => item.types.map((type) => item.getType(type))));
    items = [...data];
  },
  writeText(text: string): Promise<void> {
    items = [new ClipboardItem({ 'text/plain': text })];
    return Promise.resolve();
  },
});
