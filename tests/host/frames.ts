import { fromPage, originOf } from './addresses.ts';
import type { Protocol } from './cdp.ts';
import { strictEmitter } from './strict.ts';

let lastFrame = 0;

/** A frame as main sees it; the main frame's object stays the same as long as its window lives. */
export class WebFrameMain extends strictEmitter('WebFrameMain') {
  readonly frameTreeNodeId: number;
  readonly routingId: number;
  readonly processId = 1;
  readonly osProcessId = 0;
  readonly parent: WebFrameMain | null;
  name = '';
  url = '';
  origin = 'null';
  detached = false;

  constructor(parent: WebFrameMain | null) {
    super();
    lastFrame += 1;
    this.frameTreeNodeId = lastFrame;
    this.routingId = lastFrame;
    this.parent = parent;
  }

  get top(): WebFrameMain {
    return this.parent?.top ?? this;
  }

  isDestroyed(): boolean {
    return this.detached;
  }

  /** Takes over an address as the page knows it. */
  moveTo(pageUrl: string): void {
    this.url = fromPage(pageUrl);
    this.origin = originOf(this.url);
  }
}

/** The frames of one window by their CDP ids. */
export class FrameTree {
  readonly main = new WebFrameMain(null);
  private readonly frames = new Map<string, WebFrameMain>();

  /** The frame of that id, if it is known. */
  get(id: string): WebFrameMain | null {
    return this.frames.get(id) ?? null;
  }

  setMain(id: string): void {
    this.frames.set(id, this.main);
  }

  attached(id: string, parentId: string): void {
    if (!this.frames.has(id)) this.frames.set(id, new WebFrameMain(this.get(parentId) ?? this.main));
  }

  navigated(frame: Protocol.Page.Frame): void {
    if (frame.parentId !== undefined) this.attached(frame.id, frame.parentId);
    const known = this.get(frame.id);
    if (known === null) return;
    known.name = frame.name ?? '';
    known.moveTo(frame.url);
  }

  detached(id: string): void {
    const frame = this.get(id);
    if (frame === null || frame === this.main) return;
    frame.detached = true;
    this.frames.delete(id);
  }

  clear(): void {
    this.main.detached = true;
    for (const frame of this.frames.values()) frame.detached = true;
  }
}
