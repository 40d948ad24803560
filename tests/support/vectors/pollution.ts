const evil = '{"polluted":"yes"}';

/** JSON whose keys reach for the prototype of every object (20): members to stand between two braces. */
export const pollutedMembers: readonly string[] = [
  `"__proto__":${evil}`,
  `"constructor":{"prototype":${evil}}`,
  `"prototype":${evil}`,
  `"__proto__":{"__proto__":${evil}}`,
  `"\\u005f_proto__":${evil}`,
  `"__proto__":[${evil}]`,
  '"__proto__":null',
  `"__proto__":"polluted"`,
  `"a":{"__proto__":${evil}}`,
  `"a":{"constructor":{"prototype":${evil}}}`,
  `"a":[{"__proto__":${evil}}]`,
  `"headlines":{"__proto__":${evil}}`,
  `"rights":{"__proto__":${evil},"holder":"x"}`,
  `"frontMatter":{"__proto__":${evil}}`,
  `"keywords":{"__proto__":${evil},"length":1,"0":"x"}`,
  `"__defineGetter__":${evil}`,
  `"__lookupSetter__":${evil},"hasOwnProperty":1`,
  `"toString":${evil},"valueOf":1`,
  `"__proto__":{"polluted":"yes","language":"en","toJSON":1}`,
  `"__proto__.polluted":"yes","constructor.prototype.polluted":"yes"`,
];

/** YAML of a front matter that does the same (10). */
export const pollutedYaml: readonly string[] = [
  '__proto__: {polluted: yes}',
  '"__proto__":\n  polluted: yes',
  'constructor: {prototype: {polluted: yes}}',
  'params: {__proto__: {polluted: yes}}',
  'params: {copydesk: {__proto__: {polluted: yes}, headlines: {__proto__: {polluted: yes}}}}',
  '<<: {__proto__: {polluted: yes}}',
  'a: &a {__proto__: {polluted: yes}}\nb: {<<: *a}',
  '? __proto__\n: polluted: yes',
  'rights: {__proto__: {polluted: yes}}\nparams: {copydesk: {rights: {__proto__: {polluted: yes}}}}',
  '{__proto__: {polluted: yes}, "constructor": {"prototype": {"polluted": "yes"}}}',
];

/** Whole settings files that do the same, or are none (10). */
export const pollutedSettings: readonly string[] = [
  `{"__proto__":${evil}}`,
  `{"constructor":{"prototype":${evil}}}`,
  `{"__proto__":{"theme":"dark","library":"/x"},"panelWidth":300}`,
  `{"recent":[{"__proto__":${evil},"id":"x","title":"<img src=x onerror=alert(1)>"}]}`,
  `{"windows":[{"__proto__":${evil}}]}`,
  `{"windows":{"__proto__":${evil}},"theme":{"__proto__":${evil}}}`,
  `{"theme":"javascript:alert(1)","pageTheme":"../../../etc/passwd","exportFormat":"__proto__"}`,
  `{"pageTheme":"__proto__","exportFormat":"constructor","previewWidth":"toString"}`,
  `[{"__proto__":${evil}}]`,
  '['.repeat(100_000),
];
