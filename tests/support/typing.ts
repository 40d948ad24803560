import type { Page } from '@playwright/test';
import type { Node } from 'prosemirror-model';

const enter = (page: Page): Promise<void> => page.keyboard.press('Enter');

async function typeBlock(page: Page, node: Node): Promise<void> {
  const text = node.textContent;
  if (node.type.name === 'relatedLink') {
    await page.keyboard.type('/related');
    await enter(page);
    await page.keyboard.type(text);
    return;
  }
  if (node.type.name === 'heading') await page.keyboard.type(`${'#'.repeat(Number(node.attrs['level']))} `);
  else if (node.type.name !== 'paragraph') throw new Error(`No way to type a ${node.type.name} yet`);
  await page.keyboard.type(text);
}

/** Types a whole article by keyboard alone, the caret being in an empty article's headline. */
export async function typeArticle(page: Page, body: Node): Promise<void> {
  await page.keyboard.press('Shift+Tab');
  for (let index = 0; index < body.childCount; index += 1) {
    if (index > 0) await enter(page);
    await typeBlockOrField(page, body.child(index));
  }
}

async function typeBlockOrField(page: Page, node: Node): Promise<void> {
  if (node.type.isInGroup('block')) await typeBlock(page, node);
  else if (node.textContent !== '') await page.keyboard.type(node.textContent);
}
