/** What profiles say of goals that are hard to meet, by the goals' ids: printed where a run has missed one. */
export const profiles: Readonly<Record<string, string>> = {};
