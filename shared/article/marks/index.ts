import type { ArticleMark } from '../block.ts';
import { emphasis } from './emphasis.ts';
import { link } from './link.ts';
import { strike } from './strike.ts';
import { strong } from './strong.ts';
import { subscript } from './subscript.ts';
import { superscript } from './superscript.ts';

/** Every mark, the outermost first: a link wraps bold text, never the other way round. */
export const marks: readonly ArticleMark[] = [link, strong, emphasis, strike, subscript, superscript];
