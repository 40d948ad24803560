export { cleanHtml, readHtml } from './cleanHtml.ts';
export { labelledSlice, pasteArticle } from './pasteArticle.ts';
