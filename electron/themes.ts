import broadsheet from '../assets/themes/broadsheet.css?raw';

/** The page themes by their names: each style sheet of `assets/themes`, bundled. */
export const themes: ReadonlyMap<string, string> = new Map([['broadsheet', broadsheet]]);
