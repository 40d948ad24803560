import { registerScheme } from './addresses.ts';
import { strict } from './strict.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type CustomScheme = { readonly scheme: string; readonly privileges?: object };

const handlers = new Map<string, Handler>();
let ready = false;

/** From now on schemes can no longer be registered as privileged, as in Electron. */
export function closeSchemes(): void {
  ready = true;
}

/** The function that answers for a scheme, if main gave one. */
export function handlerOf(scheme: string): Handler | undefined {
  return handlers.get(scheme);
}

/** Electron's protocol: privileged schemes, handle, unhandle, isProtocolHandled. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    if (ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of schemes) registerScheme(scheme);
  },
  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
});
