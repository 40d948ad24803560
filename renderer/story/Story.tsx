import { useState, type ChangeEvent } from 'react';
import { isRightToLeft, type Article } from '../../shared/article/article.ts';
import { slugOf, titleOf } from '../../shared/article/text.ts';
import type { EnvelopePatch } from '../article/envelopePatch.ts';
import { isStatus, statusName, statusNames } from '../article/statusNames.ts';
import { useDraft, useDraftReading } from '../article/useDraft.ts';
import { SelectField, TextAreaField, TextField } from '../ui/Field.tsx';
import { EmbargoField } from './EmbargoField.tsx';
import './Story.css';

const languages = [
  'en',
  'en-GB',
  'en-IN',
  'hi',
  'ar',
  'ur',
  'bn',
  'ta',
  'de',
  'es',
  'fr',
  'ru',
  'zh-Hans',
  'ja',
];
const names = new Intl.DisplayNames(['en'], { type: 'language' });

const languageOptions = (present: string) =>
  [...new Set([present, ...languages])].map((value) => ({ value, label: names.of(value) ?? value }));
const statusOptions = Object.entries(statusNames).map(([value, label]) => ({ value, label }));
const directionOptions = [
  { value: '', label: 'As its language is written' },
  { value: 'ltr', label: 'Left to right' },
  { value: 'rtl', label: 'Right to left' },
];

const keywordsOf = (text: string): readonly string[] | undefined => {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.length === 0 ? undefined : words;
};

/** The fields of one article's opening; its `key` is that opening. */
function Fields({ article, readOnly }: { readonly article: Article; readonly readOnly: boolean }) {
  const draft = useDraft();
  const [keywords, setKeywords] = useState(article.keywords?.join(', ') ?? '');
  const change = (patch: EnvelopePatch) => draft.editEnvelope(patch);
  const text = (name: 'slugline' | 'section' | 'slug' | 'edNote') => ({
    value: article[name] ?? '',
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      change({ [name]: event.target.value === '' ? undefined : event.target.value }),
  });
  const target = article.targetLength;
  return (
    <fieldset className="story" disabled={readOnly}>
      <legend className="ui-visually-hidden">Story</legend>
      <SelectField
        label="Status"
        options={statusOptions}
        value={article.status ?? 'draft'}
        onChange={({ target: { value } }) => (isStatus(value) ? change({ status: value }) : undefined)}
        hint={article.status === undefined ? `${statusName('')} until you choose` : undefined}
      />
      <EmbargoField value={article.embargo} onChange={(embargo) => change({ embargo })} />
      <TextField label="Slugline" hint="The desk’s name for the story" dir="auto" {...text('slugline')} />
      <TextAreaField
        label="Note to editors"
        hint="Never published"
        dir="auto"
        rows={3}
        spellCheck
        {...text('edNote')}
      />
      <TextField label="Section" hint="Where it runs" dir="auto" {...text('section')} />
      <TextField
        label="Keywords"
        hint="Separated by commas"
        dir="auto"
        value={keywords}
        onChange={({ target: { value } }) => {
          setKeywords(value);
          change({ keywords: keywordsOf(value) });
        }}
      />
      <TextField
        label="Web address"
        hint="The last part of the page’s address"
        placeholder={slugOf(titleOf(article.body))}
        {...text('slug')}
      />
      <SelectField
        label="Language"
        options={languageOptions(article.language)}
        value={article.language}
        onChange={({ target: { value } }) =>
          change({ language: value, direction: isRightToLeft(value) ? 'rtl' : undefined })
        }
      />
      <SelectField
        label="Direction"
        options={directionOptions}
        value={article.direction ?? ''}
        onChange={({ target: { value } }) =>
          change({ direction: value === 'ltr' || value === 'rtl' ? value : undefined })
        }
      />
      <TextField
        label="Target length"
        hint="In words"
        inputMode="numeric"
        value={target === undefined ? '' : String(target)}
        onChange={({ target: { value } }) => {
          const words = Number.parseInt(value, 10);
          change({ targetLength: words > 0 ? words : undefined });
        }}
      />
    </fieldset>
  );
}

/** What is known about the article beside its text: saved with it, as soon as it is typed. */
export function Story() {
  const open = useDraftReading((state) => (state.kind === 'open' ? state : null));
  if (open === null) return null;
  return <Fields key={open.generation} article={open.article} readOnly={open.readOnly !== null} />;
}
