import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { messageOf } from '../shared/error.ts';
import { formats } from '../shared/formats/index.ts';
import { UsageError, type Desk, type Given } from './cli/command.ts';
import { helpOf, overview } from './cli/help.ts';
import { commands } from './cli/index.ts';
import { readStream } from './cli/inputs.ts';
import { interruptible } from './cli/interruption.ts';
import { openTerminal } from './cli/terminal.ts';
import { createImportRoad } from './core/importing/importRoad.ts';
import { nodePorts } from './core/nodePorts.ts';
import { codeOf } from './core/systemError.ts';
import { userDataFolder } from './core/userData.ts';

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

function versionOf(): string {
  const manifest: unknown = JSON.parse(readFileSync(pathOf('../package.json'), 'utf8'));
  const named = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return named && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}

const interrupted = interruptible(nodePorts.files);
const terminal = openTerminal(process.stdout, process.stderr, nodePorts.clock.elapsed);

const desk: Desk = {
  ...terminal,
  ports: { ...nodePorts, files: interrupted.files },
  formats,
  road: createImportRoad(new URL('./core/importing/worker.ts', import.meta.url)),
  assets: pathOf('../assets'),
  userData: userDataFolder({ platform: process.platform, env: process.env, home: homedir() }),
  version: versionOf(),
  stdin: () => readStream(process.stdin),
};

function end(code: number): never {
  interrupted.abandon();
  process.exit(code);
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.on(signal, () => end(code));
for (const stream of [process.stdout, process.stderr])
  // The reader has seen enough (`desk list | head`): end as quietly as other programs do.
  stream.on('error', (error) => (codeOf(error) === 'EPIPE' ? end(141) : end(1)));

function readGiven(command: (typeof commands)[number], args: readonly string[]): Given {
  const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const all: Readonly<Record<string, unknown>> = values;
    return {
      files: positionals,
      text: (name) => (typeof all[name] === 'string' ? all[name] : undefined),
      has: (name) => all[name] === true,
    };
  } catch (error) {
    if (!codeOf(error).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError(messageOf(error).split('. ')[0] ?? '', { cause: error });
  }
}

async function run([name, ...args]: readonly string[]): Promise<void> {
  const found = commands.find((command) => command.name === name);
  if (name === '--version' || name === '-V') desk.print(desk.version);
  else if (name === 'help' || name === '--help' || name === '-h') {
    const about = commands.find((command) => command.name === args[0]);
    if (about === undefined && args[0] !== undefined)
      throw new UsageError(`there is no command “${args[0]}”`);
    desk.print(about === undefined ? overview(commands) : helpOf(about, desk));
  } else if (name === undefined) throw new UsageError('no COMMAND');
  else if (found === undefined) throw new UsageError(`there is no command “${name}”`);
  else {
    const given = readGiven(found, args);
    if (given.has('help')) desk.print(helpOf(found, desk));
    else await found.run(given, desk);
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  desk.fail('', error instanceof UsageError ? messageOf(error) : error);
  if (error instanceof UsageError) {
    const known = commands.some(({ name }) => name === process.argv[2]);
    desk.say('', `try: npm run -s desk -- help${known ? ` ${process.argv[2]}` : ''}`);
    process.exitCode = 2;
  }
}
terminal.clear();
if (terminal.failed()) process.exitCode ??= 1;
