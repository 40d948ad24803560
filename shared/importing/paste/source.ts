/** Which program the clipboard's HTML comes from, as a person would call it; a page where nothing tells. */
export type PasteSource =
  | 'Word'
  | 'Word Online'
  | 'Outlook'
  | 'Excel'
  | 'Google Docs'
  | 'Google Sheets'
  | 'LibreOffice'
  | 'Slack'
  | 'a mail'
  | 'a web page';

const signs: readonly (readonly [sign: RegExp, source: PasteSource])[] = [
  [
    /name=["']?generator["']?[^>]{0,200}LibreOffice|name=["']?generator["']?[^>]{0,200}OpenOffice/iu,
    'LibreOffice',
  ],
  [/google-sheets-html-origin|data-sheets-(?:value|root)/iu, 'Google Sheets'],
  [/docs-internal-guid/iu, 'Google Docs'],
  [/\(filtered medium\)/iu, 'Outlook'],
  [/Excel\.Sheet|content=["']?Microsoft Excel|urn:schemas-microsoft-com:office:excel["']/iu, 'Excel'],
  [/Word\.Document|content=["']?Microsoft Word|office:word["']|class=["']?Mso(?!Table)|mso-list:/iu, 'Word'],
  [/class=["']?x_Mso|id=["']?divRplyFwdMsg|class=["'][^"']{0,300}\bOutlook/iu, 'Outlook'],
  [/ListContainerWrapper|class=["'][^"']{0,300}\b(?:TextRun|NormalTextRun|EOP)\b/u, 'Word Online'],
  [/data-stringify-type|class=["'][^"']{0,300}\bc-mrkdwn|class=["'][^"']{0,300}\bp-rich_text/u, 'Slack'],
  [/gmail_(?:quote|default|signature)|type=["']?cite|AppleMail|moz-cite-prefix/iu, 'a mail'],
];

/** Tells by its marks where a clipboard's HTML was copied. */
export const sourceOf = (html: string): PasteSource =>
  signs.find(([sign]) => sign.test(html))?.[1] ?? 'a web page';
