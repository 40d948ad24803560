import { statuses } from '../../shared/article/article.ts';

/** A workflow state's stored name. */
export type Status = (typeof statuses)[number];

/** The workflow states as a newsroom says them (`newsroom.md` §3). */
export const statusNames: Readonly<Record<Status, string>> = {
  draft: 'Draft',
  done: 'Filed',
  needs_proofreading: 'Ready for check',
  approved: 'Approved',
  withheld: 'Scheduled',
  usable: 'Published',
  corrected: 'Corrected',
  unpublished: 'Unpublished',
  canceled: 'Killed',
};

/** Whether a stored word is a workflow state. */
export const isStatus = (text: string): text is Status => Object.hasOwn(statusNames, text);

/** The name of a stored state; an article without one is a draft. */
export const statusName = (stored: string): string =>
  isStatus(stored) ? statusNames[stored] : stored === '' ? statusNames.draft : stored;
