import { inProject, test, expect } from '../support/app.ts';

const appDirectory = inProject('tests/host/fixtureApp');

test('a window shows the application and its preload', async ({ launch }) => {
  const { page, allow } = await launch({ appDirectory });
  allow(/Blocked script execution/);
  await expect(page.locator('h1')).toHaveText('Fixture');
});
