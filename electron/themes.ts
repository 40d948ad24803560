import broadsheet from '../assets/themes/broadsheet.css?raw';
import broadsheetTemplate from '../assets/themes/broadsheet.json?raw';
import plain from '../assets/themes/plain.css?raw';
import plainTemplate from '../assets/themes/plain.json?raw';
import tabloid from '../assets/themes/tabloid.css?raw';
import tabloidTemplate from '../assets/themes/tabloid.json?raw';
import { parseTheme, type Theme } from '../shared/formats/theme.ts';

/** The page themes that Copydesk brings, in the order of the choice. */
export const bundledThemes: readonly Theme[] = [
  { id: 'broadsheet', css: broadsheet, template: broadsheetTemplate },
  { id: 'tabloid', css: tabloid, template: tabloidTemplate },
  { id: 'plain', css: plain, template: plainTemplate },
].map(parseTheme);
