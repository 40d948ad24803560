import { nodePorts } from '../../electron/core/nodePorts.ts';
import type { Clock, Ports } from '../../electron/core/ports.ts';
import { faultyFiles, type FaultyFiles } from './faultyFiles.ts';

/** A clock that tests own: sleeping takes no time and moves it on. */
export interface TestClock extends Clock {
  readonly pass: (milliseconds: number) => void;
  readonly set: (now: number) => void;
}

/** A clock at noon of a summer day. */
export function testClock(start = Date.UTC(2026, 5, 1, 12)): TestClock {
  let now = start;
  let elapsed = 0;
  const pass = (milliseconds: number) => {
    now += milliseconds;
    elapsed += milliseconds;
  };
  return {
    now: () => now,
    elapsed: () => elapsed,
    sleep: async (milliseconds) => pass(milliseconds),
    pass,
    set: (moment) => {
      now = moment;
    },
  };
}

/** Ports on the real disk, with faults to inject and a clock to move. */
export interface TestPorts extends Ports {
  readonly faulty: FaultyFiles;
  readonly clock: TestClock;
}

/** Real files and random ids, an own clock, no faults yet. */
export function testPorts(): TestPorts {
  const faulty = faultyFiles(nodePorts.files);
  return {
    files: faulty.files,
    faulty,
    blocking: nodePorts.blocking,
    clock: testClock(),
    ids: nodePorts.ids,
    host: 'Test Desk',
    user: 'Asha',
  };
}
