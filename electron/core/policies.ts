import { appHost, appScheme } from './routes.ts';

type Policy = Readonly<Record<string, string>>;

const text = (policy: Policy): string =>
  Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');

const page: Policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' blob: data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** The content security policy of the application's page: its own files, and no others. */
export const pagePolicy = text({
  ...page,
  'require-trusted-types-for': "'script'",
  'trusted-types': 'copydesk dompurify ProseMirrorClipboard',
});

/** The same while developing: Vite's server puts a script into the page, keeps a socket open, and waits for its return in a worker. */
export const developmentPolicy = (server: string): string =>
  text({
    ...page,
    'script-src': "'self' 'unsafe-inline'",
    'worker-src': 'blob:',
    'connect-src': `'self' ${server} ${server.replace(/^http/, 'ws')}`,
  });

/** The content security policy of a preview: no script has a source, nothing is fetched but its own pictures. */
export const previewPolicy = text({
  sandbox: 'allow-same-origin',
  'default-src': "'none'",
  'img-src': "'self' data:",
  'style-src': "'unsafe-inline'",
  'form-action': "'none'",
  'base-uri': "'none'",
});

/** Headers of every answer. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** What Chromium may do with our scheme. */
export const schemePrivileges = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
} as const;

/** The origin of every window of ours. */
export const appOrigin = `${appScheme}://${appHost}`;
