/** What the typist of an article has typed after so many characters: different for each article, and never repeating itself. */
export function typedBy(id: string, count: number): string {
  let text = '';
  for (let word = 0; text.length < count; word += 1) text += `${id.slice(0, 3)}${word} `;
  return text.slice(0, count);
}
