export { cleanHtml, isLarge, readHtml } from './cleanHtml.ts';
export { labelledSlice, pasteArticle } from './pasteArticle.ts';
