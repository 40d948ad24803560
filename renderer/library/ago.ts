const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** When something changed, as short as a list needs it: "now", "5 min", "3 h", "Yesterday", "12 Mar", "12 Mar 2024". */
export function ago(time: number, now: number): string {
  const past = now - time;
  if (past < minute) return 'now';
  if (past < hour) return `${String(Math.floor(past / minute))} min`;
  const days = Math.round((startOfDay(now) - startOfDay(time)) / day);
  if (days <= 0 || past < 6 * hour) return `${String(Math.floor(past / hour))} h`;
  if (days === 1) return 'Yesterday';
  const date = new Date(time);
  const year = date.getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' as const };
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...year });
}
