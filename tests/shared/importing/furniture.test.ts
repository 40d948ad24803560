import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readFurniture, withoutFurniture } from '../../../shared/importing/furniture.ts';
import { describeCorpus } from '../../support/corpora.ts';

const furniture: Readonly<Record<string, readonly string[]>> = {
  'comment-form': [
    'Leave a Reply',
    'LEAVE A COMMENT',
    'Leave a Reply Cancel Reply',
    'Your email address will not be published.',
    'Your email address will not be published. Required fields are marked *',
    'Required fields are marked *',
    'Save my name, email, and website in this browser for the next time I comment.',
    'Notify me of new posts by email.',
    'Notify me of follow-up comments by email.',
    'Post Comment',
    'Cancel reply',
    'Comments',
    'Comments (12)',
    'View all comments',
    'see comments',
    '7 Comments',
    'Name *',
    'Email *',
    'Website',
    'Be the first to comment',
    'Schreibe einen Kommentar',
    'Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert',
    'Deja un comentario',
    'Tu dirección de correo electrónico no será publicada.',
    'Laisser un commentaire',
    'Votre adresse e-mail ne sera pas publiée.',
    'Deixe um comentário',
  ],
  'share-bar': [
    'Share this:',
    'Share this article',
    'Share this on Facebook',
    'Share',
    'Share on WhatsApp',
    'Click to share on Facebook (Opens in new window)',
    'Click to print (Opens in new window)',
    'Tweet',
    'WhatsApp',
    'Email',
    'Print this page',
    'Share Tweet Share',
    'Share tweet',
    'Teilen',
    'Compartir',
  ],
  engagement: [
    'Like this:',
    'Loading...',
    'Like Loading...',
    '%d bloggers like this:',
    'Follow us',
    'Follow us on Instagram',
  ],
  subscribe: [
    'Subscribe',
    'Subscribe now',
    'Sign up for our newsletter',
    'Subscribe to the morning newsletter',
    'Newsletter',
    'Newsletter signup',
    'Sign up',
    'Enter your email address to subscribe to this blog and receive new posts by email.',
    'Join 12,345 other subscribers',
    'Already a subscriber? Log in',
  ],
  'ad-marker': [
    'Advertisement',
    'ADVERTISEMENTS',
    'Ad',
    'Sponsored content',
    'Anzeige',
    'Werbung',
    'Publicidad',
    'Publicité',
    'Story continues below advertisement',
    'Continue reading the main story',
    'Article continues below',
    'विज्ञापन',
  ],
  'related-heading': [
    'Related',
    'Related stories',
    'Related articles:',
    'Most popular',
    'More news',
    'Most read in Business',
    'Trending',
    'Trending now',
    'Top stories',
    'Recommended for you',
    'You may also like',
    'Mehr zum Thema',
    'Ähnliche Beiträge',
  ],
  nav: [
    'Skip to content',
    'Skip to main content',
    'Next article',
    'Previous post',
    '← Older story about the quay',
    'Home',
    'Menu',
    'Search',
    'Back to top',
    'Home > News > Harbour',
    'Log in',
    'Sign in',
  ],
  tags: ['Tags', 'Tags: ferries, quay', 'Filed under: Harbour', 'Categories', 'Schlagwörter: Hafen'],
  'byline-furniture': [
    'About the author',
    'View all posts by Asha Rao',
    'View all posts',
    'More from this author',
  ],
  legal: [
    '© 2024 Skerry Gazette',
    'Copyright © 2024 Skerry Gazette. All rights reserved.',
    'All rights reserved.',
    'Privacy policy',
    'Cookie settings',
    'Terms of use',
    'This site uses cookies to give you the best experience.',
    'This site uses Akismet to reduce spam. Learn how your comment data is processed.',
  ],
};

const samples = Object.entries(furniture).flatMap(([id, lines]) => lines.map((line) => [line, id] as const));

const prose = [
  'The advertisement was pulled within the hour.',
  'Subscribe to the theory, he said, and you must accept the evidence.',
  'Leave a reply on the machine, she was told.',
  'Related companies must publish their accounts.',
  'Copyright was extended in the spring session.',
  'The comments (nine in all) were struck out.',
  'Share the load, the coach said.',
  'Home waters were calm on Monday.',
  'Search teams went out at dawn.',
  '© 2024 was stamped on the forged note, the court heard.',
  'Terms of the sale were not disclosed.',
  'Privacy matters to voters, the poll found.',
  'Follow the money',
  'Top of the class',
  'Tagged birds returned in May.',
  'Sign of the times',
];

describe('web furniture', () => {
  it.each(samples)('“%s” is %s', (line, id) => expect(readFurniture(`  ${line} `)?.id).toBe(id));
  it.each(prose)('leaves “%s” in the body', (line) => expect(readFurniture(line)).toBeNull());

  const sort = (...lines: readonly string[]) => {
    const { kept, removed } = withoutFurniture(lines.map((text) => ({ text })));
    return [kept.map(({ text }) => text), removed.map(({ unit }) => unit.text)];
  };

  it('goes from the end upwards, as far as all is furniture', () => {
    expect(sort('Ferries', 'Share', 'They left.', 'Tweet', 'Home')).toEqual([
      ['Ferries', 'Share', 'They left.'],
      ['Tweet', 'Home'],
    ]);
  });

  it('in the body is an advertisement marker only', () => {
    expect(sort('Ferries', 'Advertisement', 'Comments', 'They left.')).toEqual([
      ['Ferries', 'Comments', 'They left.'],
      ['Advertisement'],
    ]);
  });

  it.each([
    ['a menu', ['Skip to content', 'Menu', 'Search']],
    ['a menu with sections', ['Home', 'News']],
    ['one line that is no title', ['Advertisement']],
    ['a trail', ['Home » World » Europe']],
    ['a share bar', ['Share', 'Tweet', 'WhatsApp']],
  ])('above the title is %s', (_name, lines) => {
    expect(sort(...lines, 'Ferries', 'They left.')).toEqual([['Ferries', 'They left.'], lines]);
  });

  it('above the title is no single line that a story may be called, and no section by itself', () => {
    for (const line of ['Home', 'Search', 'World', 'Top stories'])
      expect(sort(line, 'They left.')).toEqual([[line, 'They left.'], []]);
    expect(sort('World', 'Business', 'They left.')[1]).toEqual([]);
  });

  it('is never all of a text', () => {
    expect(sort('Home', 'Menu', 'News')).toEqual([['Home', 'Menu', 'News'], []]);
    expect(sort('Menu', 'Home', 'Tweet')).toEqual([['Menu'], ['Home', 'Tweet']]);
  });

  it('never takes the first line', () => expect(sort('Home', 'Tweet')).toEqual([['Home'], ['Tweet']]));
});

const cases = z.object({
  classes: z.record(z.string(), z.array(z.object({ pattern: z.string(), flags: z.string() }))),
  must_survive_in_body: z.array(z.string()),
});

describeCorpus('copydesk-cases/boilerplate.json', (text) => {
  const { classes, must_survive_in_body: survivors } = cases
    .catch({ classes: {}, must_survive_in_body: [] })
    .parse(JSON.parse(text));
  const patterns = Object.entries(classes).flatMap(([id, list]) => list.map((each) => [id, each] as const));

  it('holds the patterns', () => expect([patterns.length, survivors.length]).toEqual([74, 10]));

  it.each(patterns)(
    '%s: %j has a sample line here, recognised in the same class',
    (id, { pattern, flags }) => {
      const expression = new RegExp(pattern, flags);
      const matching = (furniture[id] ?? []).filter((line) => expression.test(line));
      expect(matching).not.toEqual([]);
      expect(matching.map((line) => readFurniture(line)?.id)).toEqual(matching.map(() => id));
    },
  );

  it.each(survivors)('leaves “%s” in the body', (line) => expect(readFurniture(line)).toBeNull());
});
