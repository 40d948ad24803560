/** The language of this computer (BCP 47) if its locale is one, else English. */
export const languageOf = (locale: string): string =>
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale) ? locale : 'en';
