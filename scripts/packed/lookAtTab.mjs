import { chromium, expect } from '@playwright/test';
import { findChromium } from '../lib/chromium.mjs';

const PAGE = '/catalog/default/component/example-website';

/** Opens the tab of the example component, as a guest, and sees its handover. */
export async function lookAtTab({ url, screenshot }) {
  const found = await findChromium({
    node: process.execPath,
    env: process.env,
  });
  if (found.missing) {
    throw new Error(`The tab cannot be looked at: ${found.missing}`);
  }
  const browser = await chromium.launch({
    executablePath: found.path,
    env: { ...process.env, ...found.env },
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({ baseURL: url });
    await page.addInitScript(() =>
      localStorage.setItem('@backstage/core:SignInPage:provider', 'guest'),
    );
    await page.goto(PAGE);
    const card = page.getByRole('link', { name: 'Open handover' });
    await expect(card).toBeVisible({ timeout: 120_000 });
    await card.click();
    await expect(
      page.getByText('Shows that the packed packages work'),
    ).toBeVisible({ timeout: 60_000 });
    await page.screenshot({ path: screenshot, fullPage: true });
  } finally {
    await browser.close();
  }
}
