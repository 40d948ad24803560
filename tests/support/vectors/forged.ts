const sliced = (context: string, content: string): string =>
  `<p data-pm-slice='${context.replaceAll("'", '&#39;')}'>${content}</p>`;

/** Clipboards that pretend to be copied in an editor like ours: HTML (8). */
export const forgedSlices: readonly string[] = [
  sliced('1 1 ["relatedLink",{"href":"javascript:alert(1)","label":"x"}]', 'Text'),
  sliced('1 1 ["figure",{"src":"data:text/html,<script>alert(1)</script>"}]', 'Text'),
  sliced('1 1 ["embed",{"href":"file:///etc/passwd"}]', 'Text'),
  sliced('1 1 ["constructor",{"prototype":{}}]', 'Text'),
  sliced('1 1 ["__proto__",{"polluted":1}]', '<img src=x onerror=alert(1)>'),
  sliced('1 1 ["heading",{"level":"<img src=x onerror=alert(1)>"}]', 'Text'),
  sliced(`0 0 ${'['.repeat(4000)}`, '<a href="javascript:alert(1)">Text</a>'),
  sliced('99 99 -99 ["quote",null,"doc",null]', '<script>alert(1)</script>Text'),
];

type Json = Readonly<Record<string, unknown>>;
const linked = (href: string): Json => ({
  type: 'paragraph',
  content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
});

/** Blocks that stand in a stored file, and that no article can hold (7). */
export const forgedBlocks: readonly Json[] = [
  linked('javascript:alert(1)'),
  linked('java\tscript:alert(1)'),
  { type: 'figure', attrs: { src: 'data:text/html,<script>alert(1)</script>', alt: '' } },
  { type: 'relatedLink', attrs: { href: 'vbscript:msgbox(1)', label: 'x' }, content: [] },
  { type: 'embed', attrs: { href: 'javascript:alert(1)' }, content: [] },
  { type: 'script', content: [{ type: 'text', text: 'alert(1)' }] },
  {
    type: 'paragraph',
    content: [{ type: 'text', text: 'x', marks: [{ type: 'onclick', attrs: { x: 'alert(1)' } }] }],
  },
];
