import type fc from 'fast-check';
import { vi } from 'vitest';

const times = Number(process.env['COPYDESK_RUNS'] ?? '1');

type Assert = (property: fc.IRawProperty<unknown>, parameters?: fc.Parameters<unknown>) => unknown;

// Every property is tried so many times as often as its test says.
vi.mock('fast-check', async (original) => {
  const real = await original<{ readonly default: { readonly assert: Assert } }>();
  const assert: Assert = (property, parameters) =>
    real.default.assert(property, { ...parameters, numRuns: (parameters?.numRuns ?? 100) * times });
  return { ...real, default: { ...real.default, assert } };
});
