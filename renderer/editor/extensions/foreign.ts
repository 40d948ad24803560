export { pageWords } from '../../../shared/formats/pageWords.ts';
export { cleanHtml, isLarge, readHtml } from './cleanHtml.ts';
export { labelledSlice, pasteArticle } from './pasteArticle.ts';
