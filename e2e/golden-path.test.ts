import type { Page } from '@playwright/test';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, glance, section, test } from './lib/portal';

const FOLDER = path.resolve(__dirname, '../.local/e2e-services');

/** How long a new service may take from "Create" to its tab, in milliseconds. */
const ON_SCREEN_WITHIN_MS = 30_000;

// A name that no run before has left in the folder.
const uniqueName = (word: string) => `${word}-${Date.now().toString(36)}`;

const made: string[] = [];

test.afterAll(async () => {
  for (const name of made) {
    await rm(path.join(FOLDER, name), { recursive: true, force: true });
  }
});

/** Fills in the form, to where one answer remains: whether to create it. */
async function fillIn(page: Page, name: string): Promise<void> {
  await page.goto('/create/templates/default/service-with-handover');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page
    .getByRole('textbox', { name: 'What does it do?' })
    .fill('Works out what a parcel costs, by weight and country.');
  await page
    .getByRole('textbox', { name: 'Who uses it?' })
    .fill('The checkout');
  await page.getByRole('textbox', { name: 'Owner' }).fill('Fulfilment');
  await page.getByRole('option', { name: /Fulfilment team/ }).click();
  await page.getByRole('button', { name: 'Next' }).click();

  await page
    .getByRole('textbox', { name: 'What does an outage cost?' })
    .fill('Nobody can order: the price of the parcel is not known.');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  made.push(name);
}

const create = (page: Page) => page.getByRole('button', { name: 'Create' });
const openHandover = (page: Page) =>
  page.getByRole('link', { name: 'Open the handover' });

test('a new service has its tab within half a minute, and its name is taken from then on', async ({
  page,
}) => {
  const name = uniqueName('parcel-prices');
  await fillIn(page, name);

  const begun = Date.now();
  await create(page).click();
  await openHandover(page).click();
  await expect(glance(page)).toBeVisible();
  const took = Date.now() - begun;
  console.log(`From "Create" to the tab: ${(took / 1000).toFixed(1)} s`);
  expect(took).toBeLessThan(ON_SCREEN_WITHIN_MS);

  await expect(page).toHaveURL(`/catalog/default/component/${name}/handover`);
  await expect(section(page, 'Overview')).toContainText(
    'Works out what a parcel costs, by weight and country.',
  );
  await expect(section(page, 'Rollback')).toContainText(
    `kubectl -n ${name}-production rollout undo deployment/${name}`,
  );
  for (const title of ['Known failures and fixes', 'Danger zones']) {
    await expect(section(page, title)).toContainText('Missing');
  }

  await fillIn(page, name);
  await create(page).click();
  await expect(
    page.getByRole('button', {
      name: `The catalog already has 'component:default/${name}'. Choose another name`,
    }),
  ).toBeVisible();
});

test('a run that is cancelled leaves the name free', async ({ page }) => {
  const name = uniqueName('parcel-labels');
  await fillIn(page, name);
  await create(page).click();
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await cancel.click();
  await expect(cancel).toBeDisabled();

  // The catalog forgets what it may have read before.
  await expect
    .poll(async () => {
      await fillIn(page, name);
      await create(page).click();
      const done = openHandover(page);
      const refused = page.getByText(/Choose another name/);
      await expect(done.or(refused).first()).toBeVisible();
      return done.isVisible();
    })
    .toBe(true);
});
