import type { Locator, Page } from '@playwright/test';
import { expect, glance, openTab, section, test } from './lib/portal';

const NAME = 'order-processing';

/** What somebody needs who has just been woken, and the one click that shows it. */
const NEEDED: {
  what: string;
  /** On a phone, the tab itself shows it, before the click. */
  isBeside?: boolean;
  click?: (page: Page) => Locator;
  sees: (page: Page) => Locator;
}[] = [
  {
    what: 'the failing release',
    sees: page =>
      glance(page).getByText(/2\.33\.0 .* failing .*CrashLoopBackOff/),
  },
  {
    what: 'the firing alert',
    sees: page => glance(page).getByText(/KubePodCrashLooping \(critical\)/),
  },
  {
    what: 'who is on call, and until when',
    sees: page =>
      glance(page).getByText(/^(Lena Fischer|Vikram Iyer)\b.* until .*\d:00$/),
  },
  {
    what: 'the cause, as the container logged it',
    click: page => page.getByRole('link', { name: 'Open the incident view' }),
    sees: page =>
      section(page, 'Failing now').getByText(
        'PAYMENTS_CALLBACK_URL is not set',
      ),
  },
  {
    what: 'the command of the fix',
    click: page => page.getByRole('link', { name: 'Open the incident view' }),
    sees: page =>
      section(page, 'Failing now').getByText(
        /kubectl --context production -n order-processing describe pod order-processing-\w+-\w+/,
      ),
  },
  {
    what: 'whom to call, beside the fix',
    isBeside: true,
    click: page => page.getByRole('link', { name: 'Open the incident view' }),
    sees: page =>
      glance(page).getByText(/^(Lena Fischer|Vikram Iyer)\b.* until .*\d:00$/),
  },
  {
    what: 'the fix of the alert',
    click: page => page.getByRole('link', { name: 'Show alerts and fixes' }),
    sees: page =>
      section(page, 'Firing alerts')
        .getByRole('listitem')
        .filter({ hasText: 'KubePodCrashLooping' })
        .getByText(
          /kubectl --context <context> -n order-processing describe pod/,
        ),
  },
  {
    what: 'the command of the rollback',
    click: page => glance(page).getByRole('link', { name: 'Rollback steps' }),
    sees: page =>
      section(page, 'Rollback').getByText(
        /--context production .* rollout undo deployment\/order-processing --to-revision=13/,
      ),
  },
];

/** Waits until all of an element is in view, or below within so many pixels from the top. */
async function expectWithin(element: Locator, pixels: number, what: string) {
  await expect
    .poll(
      async () => {
        const box = await element.boundingBox();
        return box && box.y >= 0 ? box.y + box.height : Infinity;
      },
      { message: `the end of ${what}, in pixels` },
    )
    .toBeLessThanOrEqual(pixels);
}

for (const { width, pixels, screens } of [
  { width: 1440, pixels: 900, screens: 'the first screen' },
  // Its bar at the bottom covers 56 pixels of each.
  { width: 390, pixels: 2 * (900 - 56), screens: 'the first two screens' },
]) {
  test(`at most one click brings all that an incident needs to ${screens}, at ${width} px`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    const needed = NEEDED.filter(({ isBeside }) => !isBeside || width > 900);
    for (const { what, click, sees } of needed) {
      await openTab(page, NAME);
      if (click) {
        const target = click(page);
        await expect(target).toBeVisible();
        await expectWithin(target, pixels, `the way to ${what}`);
        await target.click();
      }
      await expect(sees(page)).toBeVisible();
      await expectWithin(sees(page), pixels, what);
    }
  });
}

test('a page goes to whoever is on call, with a message', async ({ page }) => {
  await openTab(page, NAME);
  await glance(page)
    .getByRole('button', { name: 'Page on-call: Order services' })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(
    /It starts with (Lena Fischer|Vikram Iyer) \(level 1\)/,
  );
  // The same message is not sent twice in a minute.
  await dialog.getByLabel(/^Message/).fill(`Checkout is down, ${Date.now()}`);
  await dialog.getByRole('button', { name: 'Page now' }).click();
  await expect(
    dialog.getByRole('heading', { name: 'Page sent' }),
  ).toBeVisible();
  await expect(
    dialog.getByRole('link', { name: 'Open in PagerDuty (demonstration)' }),
  ).toHaveAttribute('href', /\/incidents\/Q\d+$/);
});
