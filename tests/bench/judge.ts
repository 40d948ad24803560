import { goals, type Goal } from './goals.ts';
import type { Measured } from './topic.ts';

/** What became of a goal. */
export type Verdict = 'met' | 'missed' | 'fails' | 'not measured';

/** What a figure means for a goal. */
export function verdictOf({ goal, fails }: Goal, figure: number): Verdict {
  if (Number.isNaN(figure)) return 'not measured';
  if (figure <= goal) return 'met';
  return figure <= fails ? 'missed' : 'fails';
}

/** The columns of `goalRows`. */
export const goalHeads: readonly string[] = ['goal', 'what', 'figure', 'met', 'fails', 'verdict'];

/** The goals that a run's table speaks of, as rows of a table of their own. */
export const goalRows = (table: Measured): readonly (readonly string[])[] =>
  goals
    .filter(({ topic }) => topic === table.topic)
    .map((goal) => {
      const figure = goal.of(table);
      const shown = Number.isNaN(figure) ? '–' : String(Number(figure.toPrecision(3)));
      return [goal.id, goal.what, shown, `≤ ${goal.goal}`, `> ${goal.fails}`, verdictOf(goal, figure)];
    });
