import { expect, test } from './lib/portal';

test('the catalog is filtered by the status of handovers', async ({ page }) => {
  await page.goto('/?filters[kind]=component&filters[user]=all');
  await page.getByRole('link', { name: 'Order processing' }).waitFor();

  // It comes once the catalog has processed its entities again.
  const expand = page.getByTestId('handover-picker-expand');
  await expect(async () => {
    await page.reload();
    await expect(expand).toBeVisible({ timeout: 5_000 });
    await expand.click();
    await expect(
      page.getByRole('option', { name: 'With problems' }),
    ).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 90_000 });

  await page.getByRole('option', { name: 'With problems' }).click();
  await expect(page).toHaveURL(/filters(\[|%5B)handover(\]|%5D)=invalid/);
  await expect(
    page.getByRole('link', { name: 'Loyalty points' }),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Order processing' }),
  ).toHaveCount(0);
});
