import { expect, test } from '@playwright/test';

test('a visitor enters as guest and finds the catalog', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: /catalog/i }),
  ).toBeVisible();
  await expect(page).toHaveTitle(/Handover/);
});
