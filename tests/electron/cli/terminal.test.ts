import { expect, it } from 'vitest';
import { openTerminal } from '../../../electron/cli/terminal.ts';
import { CopydeskError } from '../../../shared/error.ts';

function setUp(isTTY: boolean) {
  let out = '';
  let err = '';
  let elapsed = 0;
  const terminal = openTerminal(
    { write: (text) => (out += text) },
    { isTTY, write: (text) => (err += text) },
    () => elapsed,
  );
  return { terminal, out: () => out, err: () => err, wait: (time: number) => (elapsed += time) };
}

it('results go to standard output, messages to standard error', () => {
  const { terminal, out, err } = setUp(false);
  terminal.print('/out/story.html');
  terminal.say('story.txt', 'lifted: Dateline');
  terminal.fail('', new CopydeskError('disk-full', 'The disk is full.'));
  expect(out()).toBe('/out/story.html\n');
  expect(err()).toBe('desk: story.txt: lifted: Dateline\ndesk: The disk is full.\n');
});

it('only a failure makes it failed', () => {
  const { terminal } = setUp(false);
  terminal.say('story.txt', 'removed: Comment form');
  expect(terminal.failed()).toBe(false);
  terminal.fail('story.txt', 'no such file');
  expect(terminal.failed()).toBe(true);
});

it('a mistake of its own is told as one', () => {
  const { terminal, err } = setUp(false);
  terminal.fail('story.txt', new TypeError('x is undefined'));
  expect(err()).toBe('desk: story.txt: unexpected: x is undefined\n');
});

it('shows progress only on a terminal, and only when it takes a second or there are many files', () => {
  const file = setUp(false);
  file.wait(5_000);
  file.terminal.progress(0, 100, 'a.txt');
  expect(file.err()).toBe('');

  const { terminal, err, wait } = setUp(true);
  terminal.progress(0, 3, 'a.txt');
  expect(err()).toBe('');
  wait(1_000);
  terminal.progress(1, 3, 'b.txt');
  expect(err()).toBe('\r\u001b[K2/3 b.txt');

  const many = setUp(true);
  many.terminal.progress(0, 20, 'a.txt');
  expect(many.err()).toBe('\r\u001b[K1/20 a.txt');
});

it('takes the progress line away before a message, and at the end', () => {
  const { terminal, err } = setUp(true);
  terminal.progress(0, 20, 'a.txt');
  terminal.say('a.txt', 'removed: Share bar');
  terminal.clear();
  expect(err()).toBe('\r\u001b[K1/20 a.txt\r\u001b[Kdesk: a.txt: removed: Share bar\n');
});

it('text from files cannot steer the terminal', () => {
  const { terminal, out, err } = setUp(false);
  terminal.print('a\tb\u001b]0;title\u0007');
  terminal.say('story.txt', 'removed: \u001b[2J\u009b1m\r\n');
  expect(out()).toBe('a\tb\ufffd]0;title\ufffd\n');
  expect(err()).toBe('desk: story.txt: removed: \ufffd[2J\ufffd1m\ufffd\ufffd\n');
});
