import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
// Playwright ships the protocol's types without exporting them by package name; the import is erased at run time.
import type { Protocol } from '../../node_modules/playwright-core/types/protocol';

export type { Protocol };

type Commands = Protocol.CommandParameters;
type Replies = Protocol.CommandReturnValues;

/** One flat CDP session: typed commands out, typed events in. */
export type Session = {
  readonly id: string;
  send<M extends keyof Commands>(method: M, parameters?: Commands[M]): Promise<Replies[M]>;
  on<E extends keyof Protocol.Events>(event: E, listener: (payload: Protocol.Events[E]) => void): void;
};

type Pending = {
  readonly method: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};
type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

/** A CDP connection over Chromium's debugging pipe (JSON messages ended by NUL). */
export class Connection {
  readonly browser: Session;
  private readonly input: Writable;
  private readonly pending = new Map<number, Pending>();
  private readonly listeners = new Map<string, ((payload: never) => void)[]>();
  private lastId = 0;
  private chunks: Buffer[] = [];
  private closed = false;

  constructor(input: Writable, output: Readable) {
    this.input = input;
    this.browser = this.session('');
    input.on('error', () => this.close());
    output.on('error', () => this.close());
    output.on('close', () => this.close());
    output.on('data', (chunk: Buffer) => this.receive(chunk));
  }

  /** The session of that id; events that nobody listens to are dropped. */
  session(id: string): Session {
    return {
      id,
      // The reply's type follows from the method; the protocol file is the witness.
      send: (method, parameters) => this.request(method, parameters, id) as Promise<never>,
      on: (event, listener) => {
        const key = `${id} ${event}`;
        const known = this.listeners.get(key);
        if (known === undefined) this.listeners.set(key, [listener]);
        else known.push(listener);
      },
    };
  }

  /** Forgets the listeners of a session whose target is gone. */
  forget(id: string): void {
    for (const key of this.listeners.keys()) if (key.startsWith(`${id} `)) this.listeners.delete(key);
  }

  private request(method: string, params: unknown, sessionId: string): Promise<unknown> {
    if (this.closed) return Promise.reject(new Error(`electron-host: Chromium is gone (${method})`));
    this.lastId += 1;
    const id = this.lastId;
    const message = sessionId === '' ? { id, method, params } : { id, method, params, sessionId };
    return new Promise((resolve, reject) => {
      this.pending.set(id, { method, resolve, reject });
      this.input.write(`${JSON.stringify(message)}\0`);
    });
  }

  private receive(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      this.chunks.push(chunk.subarray(start, end));
      const text = Buffer.concat(this.chunks).toString('utf8');
      this.chunks = [];
      start = end + 1;
      // Chromium writes this pipe; its messages have the protocol's shape.
      this.dispatch(JSON.parse(text) as Message);
    }
    if (start < chunk.length) this.chunks.push(chunk.subarray(start));
  }

  private dispatch(message: Message): void {
    if (message.id === undefined) {
      const listeners = this.listeners.get(`${message.sessionId ?? ''} ${message.method}`) ?? [];
      // Each listener was registered with the payload type of its event name.
      for (const listener of listeners) listener(message.params as never);
      return;
    }
    const waiting = this.pending.get(message.id);
    this.pending.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.result);
    else waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
  }

  private close(): void {
    this.closed = true;
    for (const { method, reject } of this.pending.values())
      reject(new Error(`electron-host: Chromium is gone (${method})`));
    this.pending.clear();
  }
}

/** What is needed to start Chromium. */
export type ChromiumOptions = {
  readonly path: string;
  readonly profile: string;
  readonly visible: boolean;
  readonly extra?: readonly string[];
};

/** A running Chromium: the pipe's connection and the address through which a test attaches. */
export type Chromium = {
  readonly process: ChildProcess;
  readonly connection: Connection;
  readonly address: Promise<string>;
  readonly exited: Promise<string>;
};

const disabledFeatures =
  'Translate,MediaRouter,OptimizationHints,LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets';

/** The switches that every Chromium of the host gets, first launch and window launches alike. */
export function chromiumFlags(options: ChromiumOptions): readonly string[] {
  return [
    `--user-data-dir=${options.profile}`,
    ...(options.visible ? ['--test-type'] : ['--headless', '--hide-scrollbars', '--mute-audio']),
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-dev-shm-usage',
    '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows',
    '--disable-background-timer-throttling',
    '--password-store=basic',
    `--disable-features=${disabledFeatures}`,
    // A second wall behind Fetch: names other than loopback do not resolve, so sockets cannot leave either.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.extra ?? []),
  ];
}

/** Starts Chromium without a window; it ends when this process ends, however that happens. */
export function launchChromium(options: ChromiumOptions): Chromium {
  const flags = [
    ...chromiumFlags(options),
    '--remote-debugging-pipe',
    '--remote-debugging-port=0',
    '--no-startup-window',
  ];
  const child = spawn(options.path, flags, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A process group of its own, to end all of its processes at once.
    detached: process.platform !== 'win32',
  });
  // spawn types the extra descriptors as either direction; 3 is written, 4 is read.
  const connection = new Connection(child.stdio[3] as Writable, child.stdio[4] as Readable);
  let log = '';
  const found = Promise.withResolvers<string>();
  child.stderr?.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString('utf8')).slice(-8000);
    const address = /DevTools listening on (ws:\S+)/.exec(log)?.[1];
    if (address !== undefined) found.resolve(address);
  });
  const exited = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(`Chromium could not be started: ${error.message}`));
    child.on('exit', (code, signal) => resolve(`Chromium ended (${signal ?? code}).\n${log}`));
  });
  void exited.then((why) => found.reject(new Error(why)));
  found.promise.catch(() => undefined);
  return { process: child, connection, address: found.promise, exited };
}

/** Ends Chromium and its helpers at once. */
export function killChromium({ process: { pid } }: Chromium): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
