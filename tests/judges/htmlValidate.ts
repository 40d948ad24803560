import { HtmlValidate } from 'html-validate';
import type { JudgedPage } from './htmlPages.ts';

// Headlines are as long as editors make them (`formats.md` §10), and the spaces of a number are the reporter's.
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: { 'long-title': 'off', 'tel-non-breaking': 'off' },
});

/** What html-validate finds in a page, one line a finding. */
export async function htmlValidateFindings({ name, html }: JudgedPage): Promise<readonly string[]> {
  const { results } = await validator.validateString(html, `${name}.html`);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${name}:${line} ${ruleId}: ${message}`),
  );
}
