import { z } from '../../shared/zod.ts';
import { CopydeskError } from '../../shared/error.ts';
import { parseJson } from './readArticle.ts';
import { hashOf } from './serialise.ts';

/** How far one draft has come: a session is one article open in one window since it was loaded there. */
export interface DraftMark {
  /** 1 to 64 of `[0-9a-z]`, never used twice. */
  readonly session: string;
  /** Counts the edits of the session, from 0 on; never down. */
  readonly edit: number;
}

/** A whole draft as it is journalled. */
export interface JournalRecord extends DraftMark {
  /** The library it belongs to. */
  readonly library: string;
  /** The hash of the file that the draft was made from; null for an article never saved. */
  readonly base: string | null;
  /** Milliseconds since 1970, as the computer believed. */
  readonly at: number;
  /** The article as JSON. */
  readonly draft: unknown;
}

/** A record that lies whole in a journal: its bytes match their length, checksum and end mark. */
export interface FoundRecord extends DraftMark {
  /** All of it, as it may be written into another journal. */
  readonly bytes: Uint8Array;
  readonly payload: Uint8Array;
}

const start = '\ncopydesk-journal 1 ';
const startPattern = /^\ncopydesk-journal 1 ([0-9a-z]{1,64}) (\d{1,15}) (\d{1,10})\n/;
const longestStart = 128;
const endPattern = /^\nend ([0-9a-f]{64})\n$/;
const endLength = '\nend \n'.length + 64;

const payloadSchema = z.looseObject({
  library: z.string(),
  base: z.string().nullable(),
  at: z.number(),
  draft: z.unknown(),
});

/** A record as bytes: a line with session, edit and length, one line of JSON, a line with the checksum of both. */
export function encodeRecord({ session, edit, ...rest }: JournalRecord): Uint8Array {
  const payload = JSON.stringify(rest);
  const head = `${start}${session} ${edit} ${Buffer.byteLength(payload)}\n`;
  if (!startPattern.test(head))
    throw new CopydeskError('bad-input', `“${session}”, edit ${edit}, is no mark of a draft`);
  const record = Buffer.from(`${head}${payload}\nend ${'0'.repeat(64)}\n`);
  const content = record.subarray(0, -endLength);
  record.write(`\nend ${hashOf(content)}\n`, content.length);
  return record;
}

/**
 * The whole records of a journal, in order. JSON has no line feeds inside, so a record is found again behind any damage;
 * `damaged` says that there are bytes which are no whole record.
 */
export function scanJournal(bytes: Uint8Array): {
  readonly records: readonly FoundRecord[];
  readonly damaged: boolean;
} {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const records: FoundRecord[] = [];
  let damaged = false;
  for (let at = 0; at < buffer.length;) {
    const begin = buffer.indexOf(start, at);
    const record = begin < 0 ? null : recordAt(buffer, begin);
    if (begin !== at || record === null) damaged = true;
    if (begin < 0) break;
    if (record !== null) records.push(record);
    at = begin + (record?.bytes.length ?? start.length);
  }
  return { records, damaged };
}

function recordAt(buffer: Buffer, begin: number): FoundRecord | null {
  const head = startPattern.exec(buffer.toString('latin1', begin, begin + longestStart));
  if (head === null) return null;
  const [line, session = '', edit = '', length = ''] = head;
  const payloadStart = begin + line.length;
  const payloadEnd = payloadStart + Number(length);
  const end = endPattern.exec(buffer.toString('latin1', payloadEnd, payloadEnd + endLength));
  if (end === null || end[1] !== hashOf(buffer.subarray(begin, payloadEnd))) return null;
  return {
    session,
    edit: Number(edit),
    bytes: buffer.subarray(begin, payloadEnd + endLength),
    payload: buffer.subarray(payloadStart, payloadEnd),
  };
}

/** What a record says; throws `damaged` for one that no Copydesk has written. */
export function readRecord({ session, edit, payload }: FoundRecord): JournalRecord {
  const read = payloadSchema.safeParse(parseJson(payload));
  if (!read.success) throw new CopydeskError('damaged', 'The record is whole but holds no draft');
  const { library, base, at, draft } = read.data;
  return { session, edit, library, base, at, draft };
}

/** The newest record of each session, in the order of the journal. */
export function newestOf(records: readonly FoundRecord[]): readonly FoundRecord[] {
  const newest = new Map<string, FoundRecord>();
  for (const record of records) {
    const other = newest.get(record.session);
    if (other === undefined || record.edit >= other.edit) newest.set(record.session, record);
  }
  return records.filter((record) => newest.get(record.session) === record);
}
