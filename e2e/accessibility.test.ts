import type { Locator, Page } from '@playwright/test';
import { seriousFindings } from './lib/accessibility';
import {
  expect,
  glance,
  horizontalOverflow,
  layoutSettled,
  openTab,
  section,
  tabPath,
  test,
} from './lib/portal';

const NAME = 'order-processing';

const WIDTHS = [1440, 900, 400];

/** At every width: axe finds nothing serious, and nothing scrolls sideways. */
async function expectAccessible(page: Page, part: string, what: string) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    // What depends on the width is laid out again in the next frames.
    await layoutSettled(page);
    const where = `${what}, ${width} pixels wide`;
    expect.soft(await seriousFindings(page, part), where).toEqual([]);
    expect.soft(await horizontalOverflow(page), where).toBe(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ theme });
    // Axe looks at every element of long pages, at three widths.
    test.describe.configure({ timeout: 300_000 });

    test('tab, incident view and calendar have no serious finding, and fit', async ({
      page,
    }) => {
      await openTab(page, NAME);
      await expect(page.locator('body')).toHaveAttribute(
        'data-theme-mode',
        theme,
      );
      await glance(page)
        .getByRole('button', { name: /^production:/ })
        .click();
      await expect(
        page.getByRole('region', { name: /^production is|whether production/ }),
      ).toBeVisible();
      await expectAccessible(page, 'main', 'the tab');

      const windows = section(page, 'Change windows');
      await windows.scrollIntoViewIfNeeded();
      for (const view of ['Month', 'Week', 'List']) {
        const button = windows.getByRole('button', { name: view, exact: true });
        await button.click();
        await expect(button).toHaveAttribute('aria-pressed', 'true');
        await expect(page.getByText('Loading windows…')).toHaveCount(0);
        await expectAccessible(page, '#windows', `the calendar as ${view}`);
      }

      await openTab(page, NAME, { suffix: '?view=incident' });
      await expectAccessible(page, 'main', 'the incident view');
    });

    test('other states and the card have no serious finding, and fit', async ({
      page,
    }) => {
      await page.goto(tabPath('storefront-web'));
      await expect(
        page.getByRole('heading', { name: 'No handover yet' }),
      ).toBeVisible();
      await expectAccessible(page, 'main', 'the empty state');

      await page.goto(tabPath('loyalty-points'));
      await expect(
        page.getByRole('region', { name: /The document has/ }),
      ).toBeVisible();
      await expectAccessible(page, 'main', 'the invalid state');

      await openTab(page, 'tax-calculator');
      await expect(section(page, 'This handover is stale')).toBeVisible();
      await expectAccessible(page, 'main', 'the stale state');

      await page.goto(`/catalog/default/component/${NAME}`);
      const card = page
        .getByRole('article')
        .filter({ has: page.getByRole('heading', { name: 'Handover' }) });
      await expect(card.getByText(/production: (?:open|closed)/)).toBeVisible();
      await expect(
        card.getByRole('link', { name: 'Open the incident view' }),
      ).toBeVisible();
      await card.evaluate(element => element.setAttribute('id', 'the-card'));
      await expectAccessible(page, '#the-card', 'the card');
    });
  });
}

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, target: Locator, most = 150): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate(element => element === document.activeElement)) {
      return;
    }
  }
  throw new Error(`${target} did not get the focus within ${most} tabs`);
}

/**
 * Looks at what is around the focused element, with and without the focus. If
 * what came late moved it meanwhile, the two pictures say nothing: once more.
 */
async function expectVisibleFocus(page: Page, target: Locator): Promise<void> {
  let look: { from: object | null; to: object | null; isSame: boolean };
  await expect(async () => {
    look = await lookAtFocus(page, target);
    expect(look.to, `${target} stays where it is`).toEqual(look.from);
  }).toPass({ timeout: 30_000 });
  expect(look!.isSame, `${target} shows no focus`).toBe(false);
}

async function lookAtFocus(page: Page, target: Locator) {
  await layoutSettled(page);
  await target.scrollIntoViewIfNeeded();
  const from = (await target.boundingBox())!;
  const margin = 8;
  const clip = {
    x: Math.max(0, from.x - margin),
    y: Math.max(0, from.y - margin),
    width: from.width + 2 * margin,
    height: from.height + 2 * margin,
  };
  const focused = await page.screenshot({ clip });
  await target.evaluate(element => (element as HTMLElement).blur());
  await layoutSettled(page);
  const blurred = await page.screenshot({ clip });
  const to = await target.boundingBox();
  await target.focus();
  return { from, to, isSame: focused.equals(blurred) };
}

test.describe('with the keyboard, where the focus is seen,', () => {
  test.slow();

  test('the tab is reached from the catalog, and its menu opens', async ({
    page,
  }) => {
    await page.goto('/');
    const row = page.getByRole('link', { name: 'Order processing' }).first();
    await expect(row).toBeVisible();
    await tabTo(page, row);
    await page.keyboard.press('Enter');

    const tab = page
      .getByRole('navigation', { name: 'Content navigation' })
      .getByRole('link', { name: 'Handover' });
    await expect(tab).toBeVisible();
    await tabTo(page, tab);
    await page.keyboard.press('Enter');
    await expect(glance(page)).toBeVisible();

    const incident = page.getByRole('checkbox', { name: 'Incident view' });
    await tabTo(page, incident, 40);
    await expectVisibleFocus(page, incident);
    const menu = page.getByRole('button', { name: 'Export' });
    await tabTo(page, menu, 3);
    await expectVisibleFocus(page, menu);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
  });

  test('the strip leads to the rollback, whose command is copied', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openTab(page, NAME);
    // The strip: each verdict, the owner, the escalation path.
    const tile = glance(page).getByRole('button', { name: /^production:/ });
    await page.getByRole('button', { name: 'Export' }).focus();
    await tabTo(page, tile, 6);
    await expectVisibleFocus(page, tile);
    await page.keyboard.press('Enter');
    await expect(tile).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Space');
    await expect(tile).toHaveAttribute('aria-expanded', 'false');
    for (const name of [/^Platform team$/, /On-call channel/, /All levels/]) {
      const link = glance(page).getByRole('link', { name });
      // The owner's e-mail and chat are among them.
      await tabTo(page, link, 5);
      await expectVisibleFocus(page, link);
    }
    const steps = glance(page).getByRole('link', { name: 'Rollback steps' });
    // The links to dashboard, logs, traces and alerts are before it.
    await tabTo(page, steps, 7);
    await page.keyboard.press('Enter');

    // The focus goes where the link leads.
    const rollback = section(page, 'Rollback');
    const title = rollback.getByRole('heading', { level: 2 });
    await expect(title).toBeFocused();
    await expectVisibleFocus(page, title);
    const copy = rollback
      .getByRole('button', {
        name: 'Copy command: kubectl -n order-processing rollout undo deployment/order-processing',
        exact: true,
      })
      .first();
    // What runs has commands of its own before it.
    await tabTo(page, copy, 15);
    await expectVisibleFocus(page, copy);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(
        'kubectl -n order-processing rollout undo deployment/order-processing',
      );
  });

  test('the fix of a failure is copied in the incident view', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openTab(page, NAME);
    const incident = page.getByRole('checkbox', { name: 'Incident view' });
    await incident.focus();
    await page.keyboard.press('Space');
    await expect(page).toHaveURL(/view=incident/);
    // What is live comes late, and moves what is below it.
    await expect(section(page, 'Failing now')).toContainText(
      'CrashLoopBackOff',
    );
    await expect(section(page, 'Dependencies')).toContainText(
      'failing in 1 environment',
    );
    const fix = section(page, 'Known failures and fixes')
      .getByRole('button', { name: /^Copy command: .*describe pod/ })
      .first();
    await tabTo(page, fix, 50);
    await expectVisibleFocus(page, fix);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain('describe pod');
  });

  test('the calendar shows an event', async ({ page }) => {
    await openTab(page, NAME, { suffix: '#windows' });
    const week = section(page, 'Change windows').getByRole('button', {
      name: 'Week',
      exact: true,
    });
    await expect(week).toBeVisible();
    await tabTo(page, week, 15);
    await expectVisibleFocus(page, week);
    await page.keyboard.press('Enter');
    await expect(week).toHaveAttribute('aria-pressed', 'true');
    const event = section(page, 'Change windows')
      .getByRole('button', { name: /^Denies: / })
      .first();
    await expect(event).toBeVisible();
    await tabTo(page, event, 15);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});
