// What stands before the names: "By", in the languages that write it so.
const by = /^(?:by|von|par|por|di|de)\s+/iu;
const separators =
  /\s*(?:,|;|\||&|·|•|،|\band\b|\bund\b|\bet\b|\by\b|\be\b|(?<=\s)और(?=\s)|(?<=\s)व(?=\s))\s*/iu;
// What follows a name and is none: a place or an outlet after "in", a title after a dash.
const after = /\s+(?:in|at|for|from)\s+.*$|\s+[–—-]\s+.*$|\s*\(.*$/u;

/** The authors' names in a byline as typed: "By Asha Rao and Ben Kole in Pune" gives two. Names only, as Google wants them. */
export function authorsOf(byline: string): readonly string[] {
  const names = byline.trim().replace(by, '').replace(after, '').split(separators);
  return names.map((name) => name.trim()).filter((name) => /\p{L}/u.test(name));
}
