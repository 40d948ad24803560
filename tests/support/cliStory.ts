import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporaryFolder.ts';

/** The paragraphs of the story that the command line is given. */
export const paragraphs = [
  'The last ferry to Linden Quay leaves an hour later from Monday, the harbour office said.',
  'Bakers had asked for it. So had the night nurses, who until now slept on the benches of the mainland pier.',
  'A second boat is planned for the summer, if the pier is mended in time.',
];
/** The story as a text file. */
export const story = [
  'Harbour | Ferry adds a late boat',
  `Linden Quay, May 4: ${paragraphs[0]}`,
  ...paragraphs.slice(1),
].join('\n\n');

/** A folder with the story in `file`, and a folder to come. */
export const cliStory = () => {
  const folder = temporaryFolder();
  const file = join(folder, 'story.txt');
  writeFileSync(file, `${story}\n`);
  return { folder, file, out: join(folder, 'out') };
};

/** The lines of an output that hold something. */
export const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
