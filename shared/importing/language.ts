const scripts: readonly (readonly [script: RegExp, language: string, name: string])[] = [
  [/\p{sc=Devanagari}/gu, 'hi', 'Hindi'],
  [/\p{sc=Bengali}/gu, 'bn', 'Bengali'],
  [/\p{sc=Gurmukhi}/gu, 'pa', 'Punjabi'],
  [/\p{sc=Gujarati}/gu, 'gu', 'Gujarati'],
  [/\p{sc=Oriya}/gu, 'or', 'Odia'],
  [/\p{sc=Tamil}/gu, 'ta', 'Tamil'],
  [/\p{sc=Telugu}/gu, 'te', 'Telugu'],
  [/\p{sc=Kannada}/gu, 'kn', 'Kannada'],
  [/\p{sc=Malayalam}/gu, 'ml', 'Malayalam'],
  [/\p{sc=Sinhala}/gu, 'si', 'Sinhala'],
  [/\p{sc=Thai}/gu, 'th', 'Thai'],
  [/\p{sc=Hebrew}/gu, 'he', 'Hebrew'],
  [/\p{sc=Greek}/gu, 'el', 'Greek'],
  [/\p{sc=Hangul}/gu, 'ko', 'Korean'],
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, 'ja', 'Japanese'],
  [/\p{sc=Han}/gu, 'zh', 'Chinese'],
  [/\p{sc=Arabic}/gu, 'ar', 'Arabic'],
];

/** How much of a text is looked at. */
const sample = 4000;

/** The language (BCP 47) that a text's script suggests, and its name; null for Latin and other shared scripts. */
export function languageOfScript(text: string): { readonly language: string; readonly name: string } | null {
  const start = text.slice(0, sample);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, language, name] of scripts) {
    const share = (start.match(script)?.length ?? 0) / Math.max(1, letters);
    if (share < (language === 'ja' ? 0.15 : 0.5)) continue;
    if (language !== 'ar') return { language, name };
    if (/[ٹڈڑےں]/u.test(start)) return { language: 'ur', name: 'Urdu' };
    return /[پچژگ]/u.test(start) ? { language: 'fa', name: 'Persian' } : { language, name };
  }
  return null;
}
