import { fromPage } from './addresses.ts';
import type { Protocol, Session } from './cdp.ts';
import { receiveFromPage } from './fromPage.ts';
import { watchDialogs } from './pageDialogs.ts';
import { FrameTree } from './frames.ts';
import { answerRequests, followForeignLinks } from './network.ts';
import type { ToPage } from './page.ts';
import type { PageScripts } from './pageScripts.ts';
import { openPageTarget, type PageTarget, type Rectangle } from './pageTarget.ts';
import { state } from './state.ts';
import { emitEvent } from './strict.ts';
import type { WebContents } from './webContents.ts';

type Commands = Protocol.CommandParameters;
type Replies = Protocol.CommandReturnValues;
type Waiting = { readonly resolve: () => void; readonly reject: (error: Error) => void };

/** The Chromium side of one window: its session, frames, worlds and loads. */
export class PageHost {
  readonly contents: WebContents;
  readonly scripts: PageScripts;
  readonly frames = new FrameTree();
  /** Addresses that main asked for; any other top-level document is the page's own wish. */
  readonly ownNavigations: string[] = [];
  readonly attached: Promise<PageTarget>;
  armed: boolean;
  loading = false;
  /** Whether one of the page's own dialogs is open. */
  asking = false;
  /** Whether a document of the application has been there, so that titles are its own. */
  named = false;
  targetId = '';
  private context = 0;
  private readonly loads = new Map<string, Waiting>();
  private readonly finished = new Set<string>();
  private loader = '';
  private announced = false;
  private gone = false;

  constructor(contents: WebContents, scripts: PageScripts, bounds: Rectangle, theme: string) {
    this.contents = contents;
    this.scripts = scripts;
    this.armed = state.visible;
    this.attached = this.attach(bounds, theme);
    this.attached.catch((error: unknown) => {
      if (!this.gone) console.error('electron-host: a window could not be opened:', error);
    });
  }

  /** Sends a command once the window is attached. */
  async call<M extends keyof Commands>(method: M, parameters?: Commands[M]): Promise<Replies[M]> {
    const { session } = await this.attached;
    return session.send(method, parameters);
  }

  /** As call, for commands whose failure only says that the page is gone. */
  tell<M extends keyof Commands>(method: M, parameters?: Commands[M]): void {
    this.call(method, parameters).catch(() => undefined);
  }

  /** Sends a message to the preload's world; dropped, as in Electron, where no document has one yet. */
  post(message: ToPage, context = this.context): void {
    if (context === 0 || this.gone) return;
    this.tell('Runtime.callFunctionOn', {
      functionDeclaration: `function (message) { globalThis[${JSON.stringify(this.scripts.receiver)}](message); }`,
      executionContextId: context,
      arguments: [{ value: message }],
      silent: true,
    });
  }

  /** A document's isolated world says that it is there. */
  hello(context: number, url: string): void {
    this.context = context;
    this.frames.main.moveTo(url);
    this.post(this.contents.acceleratorMessage());
    if (this.armed !== state.visible) this.post({ kind: 'armed', armed: this.armed });
  }

  /** Resolves when the document of that loader has loaded. */
  loaded(loader: string): Promise<void> {
    if (this.finished.has(loader)) return Promise.resolve();
    return new Promise((resolve, reject) => void this.loads.set(loader, { resolve, reject }));
  }

  /** The window is gone: nothing more is sent, and waiting loads fail. */
  end(): void {
    if (this.gone) return;
    this.gone = true;
    this.frames.clear();
    for (const { reject } of this.loads.values())
      reject(new Error('ERR_ABORTED (-3): the window was closed'));
    this.loads.clear();
    void this.attached
      .then(({ session, connection }) => connection.forget(session.id))
      .catch(() => undefined);
  }

  private async attach(bounds: Rectangle, theme: string): Promise<PageTarget> {
    const target = await openPageTarget(bounds);
    const { session } = target;
    this.targetId = target.id;
    this.frames.setMain(target.id);
    this.listen(session);
    answerRequests(session, this);
    followForeignLinks(session, this);
    watchDialogs(session, this);
    const { scripts } = this;
    const { world } = scripts;
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Log.enable'),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      session.send('Runtime.addBinding', { name: scripts.binding, executionContextName: world }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: world }),
      session.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-color-scheme', value: theme }],
      }),
      ...(state.visible ? [] : [session.send('Emulation.setFocusEmulationEnabled', { enabled: true })]),
      ...(state.visible ? [] : [session.send('Emulation.setDeviceMetricsOverride', this.contents.metrics())]),
    ]);
    return target;
  }

  private listen(session: Session): void {
    const { contents, frames } = this;
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => frames.attached(frameId, parentFrameId));
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason === 'remove') frames.detached(frameId);
    });
    session.on('Page.frameNavigated', ({ frame }) => this.navigated(frame));
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      frames.get(frameId)?.moveTo(url);
      emitEvent(contents, 'did-navigate-in-page', {}, fromPage(url), frameId === this.targetId, 1, 1);
    });
    session.on('Page.domContentEventFired', () => emitEvent(contents, 'dom-ready', {}));
    session.on('Page.loadEventFired', () => this.finish());
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === this.scripts.binding) receiveFromPage(this, payload, executionContextId);
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.context) this.context = 0;
    });
    // The main frame asks by itself; what Chromium opens came from a sub-frame or a form.
    session.on('Page.windowOpen', ({ url, windowName }) => contents.openAsked(fromPage(url), windowName, ''));
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level === 'error') this.problem(`${entry.text} (${fromPage(entry.url ?? '')})`);
    });
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
      this.problem(`uncaught in the page: ${exception?.description ?? text}`);
    });
    session.on('Runtime.consoleAPICalled', (call) => contents.consoleMessage(call));
    session.on('Target.attachedToTarget', ({ sessionId }) => void this.attachChild(sessionId));
  }

  /** Out-of-process frames and workers have their own network; their requests are answered alike. */
  private async attachChild(sessionId: string): Promise<void> {
    const { connection } = await state.chromium.promise;
    const session = connection.session(sessionId);
    answerRequests(session, this);
    const ignore = () => undefined; // workers lack some of these domains
    const patterns = [{ urlPattern: '*' }];
    const nested = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    await Promise.all([
      session.send('Fetch.enable', { patterns }).catch(ignore),
      session.send('Target.setAutoAttach', nested).catch(ignore),
      session.send('Runtime.runIfWaitingForDebugger').catch(ignore),
    ]);
  }

  /** Tells the test what the page's console says at level error. */
  problem(text: string): void {
    state.announce({ kind: 'problem', text });
  }

  private navigated(frame: Protocol.Page.Frame): void {
    this.frames.navigated(frame);
    if (frame.id !== this.targetId) return;
    this.loader = frame.loaderId;
    this.loading = true;
    if (frame.url === 'about:blank') return;
    this.named = true;
    if (!this.announced) {
      this.announced = true;
      state.announce({ kind: 'window', windowId: this.contents.owner.id, targetId: this.targetId });
    }
    emitEvent(this.contents, 'did-start-navigation', {}, fromPage(frame.url), false, true, 1, 1);
    emitEvent(this.contents, 'did-navigate', {}, fromPage(frame.url), 200, 'OK');
  }

  private finish(): void {
    this.loading = false;
    this.finished.add(this.loader);
    this.loads.get(this.loader)?.resolve();
    this.loads.delete(this.loader);
    if (this.frames.main.url === '' || this.frames.main.url === 'about:blank') return;
    emitEvent(this.contents, 'did-finish-load', {});
    emitEvent(this.contents, 'did-stop-loading', {});
    this.contents.owner.readyToShow();
  }
}
