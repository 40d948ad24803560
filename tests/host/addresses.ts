const schemes = new Set<string>();

/** Makes a scheme the host's own: its documents travel as https://HOST.SCHEME.localhost. */
export function registerScheme(scheme: string): void {
  schemes.add(scheme);
}

/** Whether main registered that scheme (without the colon). */
export function isRegisteredScheme(scheme: string): boolean {
  return schemes.has(scheme);
}

/** app://copydesk/x → https://copydesk.app.localhost/x; any other address as it is. */
export function toPage(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url);
  const scheme = parts?.[1]?.toLowerCase();
  if (parts === null || scheme === undefined || !schemes.has(scheme)) return url;
  const rest = parts[3] ?? '';
  return `https://${parts[2]}.${scheme}.localhost${rest.startsWith('/') ? rest : `/${rest}`}`;
}

/** https://copydesk.app.localhost/x → app://copydesk/x; any other address as it is. */
export function fromPage(url: string): string {
  const parts = /^(blob:)?https:\/\/([^/?#:]+)\.([a-z][a-z0-9+-]*)\.localhost(?::443)?(?=[/?#]|$)(.*)$/i.exec(
    url,
  );
  const scheme = parts?.[3]?.toLowerCase();
  if (parts === null || scheme === undefined || !schemes.has(scheme)) return url;
  return `${parts[1] ?? ''}${scheme}://${parts[2]}${parts[4] ?? ''}`;
}

/** The origin of an address as Electron reports it: app://copydesk for a registered scheme. */
export function originOf(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/[^/?#]*/i.exec(url);
  const scheme = parts?.[1]?.toLowerCase();
  if (parts !== null && scheme !== undefined && schemes.has(scheme)) return parts[0];
  return URL.canParse(url) ? new URL(url).origin : 'null';
}

/** Adds, to every source of a registered scheme in a Content-Security-Policy, the address that it travels as. */
export function policyToPage(policy: string): string {
  let mapped = policy;
  for (const scheme of schemes) {
    mapped = mapped.replaceAll(
      new RegExp(`(?<=[\\s])${scheme}:(?://([^\\s;,/]+)([^\\s;,]*))?(?=[\\s;,]|$)`, 'gi'),
      (source: string, host: string | undefined, path: string | undefined) =>
        `${source} https://${host ?? '*'}.${scheme}.localhost${path ?? ''}`,
    );
  }
  return mapped;
}
