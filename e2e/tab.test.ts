import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import {
  decideGateAt,
  expect,
  glance,
  openTab,
  SECTION_TITLES,
  section,
  tabPath,
  test,
} from './lib/portal';

const NAME = 'order-processing';

async function expectInFirstViewport(page: Page, locator: Locator) {
  await expect(locator).toBeVisible();
  const box = await locator.boundingBox();
  const { width, height } = page.viewportSize()!;
  expect(box!.y, `top of ${locator}`).toBeGreaterThanOrEqual(0);
  expect(box!.y + box!.height, `bottom of ${locator}`).toBeLessThanOrEqual(
    height,
  );
  expect(box!.x + box!.width, `right of ${locator}`).toBeLessThanOrEqual(width);
}

/**
 * Compares the tops of `upper` and `lower` at one moment: what comes late, or
 * the scroll to an anchor, may move the page between two measurements.
 */
async function expectAbove(upper: Locator, lower: Locator) {
  await expect(async () => {
    const [first, second] = [
      await upper.elementHandle({ timeout: 5_000 }),
      await lower.elementHandle({ timeout: 5_000 }),
    ];
    const distance = await first!.evaluate(
      (a, b) =>
        b.isConnected && a.isConnected
          ? b.getBoundingClientRect().top - a.getBoundingClientRect().top
          : undefined,
      second!,
    );
    expect(distance, `${upper} above ${lower}`).toBeGreaterThan(0);
  }).toPass({ timeout: 15_000 });
}

async function contentOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

test('from the catalog to the answer, without scrolling', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Order processing' }).first().click();
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Handover' })
    .click();
  await expect(page).toHaveURL(tabPath(NAME));

  const strip = glance(page);
  const danger = section(page, 'Do not touch without approval');
  for (const fact of [
    strip.getByRole('button', { name: /^production: (open|closed)/ }),
    strip.getByRole('link', { name: 'Platform team', exact: true }),
    strip.getByText('DevOps', { exact: true }),
    strip.getByRole('link', { name: /On-call channel/ }),
    strip.getByText('10 minutes'),
    strip.getByText('On-call lead'),
    strip.getByText('Engineering manager'),
    strip.getByText(/39 of 39/),
    strip.getByText(/^Reviewed /),
    danger.getByText('The Terraform state files of production'),
    danger.getByText('The settings of the Kubernetes cluster autoscaler'),
    danger.getByText('Emergency only').first(),
  ]) {
    await expectInFirstViewport(page, fact);
  }
  expect(await page.evaluate(() => window.scrollY)).toBe(0);

  await expect(
    page.getByRole('main').getByRole('heading', { level: 2 }),
  ).toContainText(SECTION_TITLES);

  await strip.getByRole('link', { name: 'Platform team', exact: true }).click();
  await expect(page).toHaveURL('/catalog/default/group/platform-team');
});

test('the gate says why it is closed, until when, and what may pass', async ({
  page,
}) => {
  // A Monday, 11:30 in Kolkata.
  await decideGateAt(page, '2026-11-23T06:00:00Z');
  await openTab(page, NAME);
  const tile = glance(page).getByRole('button', { name: /^production:/ });
  await expect(tile).toHaveAccessibleName(
    /closed until .*12:30.*Peak business hours/,
  );
  await expect(
    glance(page).getByRole('button', { name: /^development: open/ }),
  ).toBeVisible();

  await tile.click();
  const why = page.getByRole('region', { name: /production is closed/ });
  await expect(why.getByText('Peak business hours').first()).toBeVisible();
  await expect(
    why.getByText(/Production is deployed by hand, outside peak/),
  ).toBeVisible();
  await expect(why.getByText(/10:00.*18:00.*Asia\/Kolkata/)).toBeVisible();
  await expect(why.getByText('Rollbacks are allowed now.')).toBeVisible();
  await expect(tile).toHaveAttribute('aria-expanded', 'true');
});

test('the overview card answers in short and opens the tab', async ({
  page,
}) => {
  await page.goto(`/catalog/default/component/${NAME}`);
  const card = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: 'Handover' }) });
  await expect(card.getByText('100%')).toBeVisible();
  await expect(card.getByText(/production: (open|closed)/)).toBeVisible();
  await expect(card.getByRole('link', { name: 'Platform team' })).toBeVisible();
  await card.getByRole('link', { name: 'Open handover' }).click();
  await expect(glance(page)).toBeVisible();
  await expect(page).toHaveURL(tabPath(NAME));
});

test('every section has an address that leads to it', async ({ page }) => {
  const rollback = section(page, 'Rollback');
  const title = rollback.getByRole('heading', { name: 'Rollback', level: 2 });

  await openTab(page, NAME, { suffix: '#rollback' });
  await expect(title).toBeInViewport();
  await expect(title).toBeFocused();
  await expect(async () => {
    expect((await title.boundingBox())!.y).toBeLessThan(200);
  }).toPass({ timeout: 15_000 });

  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: /Escalation/ })
    .click();
  await expect(page).toHaveURL(`${tabPath(NAME)}#escalation`);
  await expect(
    section(page, 'Escalation').getByRole('heading', { level: 2 }),
  ).toBeFocused();
  await expect(section(page, 'Escalation')).toBeInViewport();
  await expect(title).not.toBeInViewport();

  await page.goBack();
  await expect(title).toBeInViewport();

  await rollback.getByRole('link', { name: 'Link to Rollback' }).click();
  await expect(page).toHaveURL(`${tabPath(NAME)}#rollback`);
});

test('rollback begins with the decision, then numbered steps with commands to copy', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTab(page, NAME, { suffix: '#rollback' });
  const rollback = section(page, 'Rollback');
  const command =
    'kubectl -n order-processing rollout undo deployment/order-processing';
  const step = rollback
    .getByRole('listitem')
    .filter({ has: page.getByText(command, { exact: true }) });

  await expectAbove(rollback.getByText('10 minutes'), step);
  await expectAbove(rollback.getByText('On-call lead').last(), step);

  await expect(step).toContainText('Go back to the previous release.');
  await expect(step).toContainText('The previous release is running');
  const copy = step.getByRole('button', { name: /^Copy command/ });
  await copy.click();
  await expect(step.getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    command,
  );
});

test('the incident view leaves only what helps, and stays in the address', async ({
  page,
}) => {
  const sections = ['Known failures and fixes', 'Rollback', 'Escalation'];
  const expectIncidentView = async () => {
    await expect(
      page.getByRole('heading', { name: 'Handover: incident view' }),
    ).toBeVisible();
    for (const name of [...sections, 'Danger zones']) {
      await expect(section(page, name)).toBeVisible();
    }
    for (const name of SECTION_TITLES) {
      if (![...sections, 'Danger zones'].includes(name)) {
        await expect(section(page, name)).toHaveCount(0);
      }
    }
    await expect(
      glance(page).getByRole('button', { name: /^production:/ }),
    ).toBeVisible();
  };

  await openTab(page, NAME);
  const incident = page.getByRole('checkbox', { name: 'Incident view' });
  await incident.check();
  await expect(page).toHaveURL(`${tabPath(NAME)}?view=incident`);
  await expectIncidentView();
  for (const [index, name] of sections.slice(1).entries()) {
    await expectAbove(section(page, sections[index]), section(page, name));
  }
  // What fails, with its documented fix, before everything else.
  await expect(
    section(page, 'Failing now').getByText(
      /Validate the location of the secret/,
    ),
  ).toBeInViewport();
  for (const name of ['Dashboard', 'Logs', 'Traces', 'Alerts']) {
    await expect(
      glance(page).getByRole('link', { name: new RegExp(`^${name}: `) }),
    ).toBeInViewport();
  }

  await section(page, 'Rollback')
    .getByRole('link', { name: 'Link to Rollback' })
    .click();
  await expect(page).toHaveURL(`${tabPath(NAME)}?view=incident#rollback`);

  await page.reload();
  await expectIncidentView();

  await incident.uncheck();
  await expect(page).not.toHaveURL(/incident/);
  await expect(section(page, 'Overview')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/view=incident/);
  await expectIncidentView();
});

test('a bar stays in view, and the contents mark the section that one is in', async ({
  page,
}) => {
  await openTab(page, NAME);
  const current = page
    .getByRole('navigation', { name: 'Sections' })
    .locator('[aria-current]');
  for (const name of ['Rollback', 'Completion']) {
    await section(page, name)
      .getByRole('link', { name: `Link to ${name}` })
      .click();
    await expect(current).toContainText(name);
    const bar = page.getByRole('heading', { name: 'Handover', exact: true });
    await expect(bar).toHaveText('Order processing');
    await expect(bar).toBeInViewport();
    await expect(page.getByText('failing in 1 environment')).toBeInViewport();
    await expect(
      page.getByRole('checkbox', { name: 'Incident view' }),
    ).toBeInViewport();
  }
});

test.describe('without room for the contents', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the bar leads to the sections', async ({ page }) => {
    await openTab(page, NAME, { suffix: '#deployment' });
    await page.getByRole('button', { name: 'Sections' }).click();
    await page.getByRole('menuitem', { name: 'Escalation' }).click();
    await expect(page).toHaveURL(/#escalation$/);
    await expect(
      section(page, 'Escalation').getByRole('heading', { level: 2 }),
    ).toBeInViewport();
    // The bar does not cover the heading.
    const bar = page.getByRole('heading', { name: 'Handover', exact: true });
    await expect(async () => {
      const [above, below] = await Promise.all([
        bar.boundingBox(),
        section(page, 'Escalation').boundingBox(),
      ]);
      expect(above!.y + above!.height).toBeLessThanOrEqual(below!.y);
    }).toPass({ timeout: 15_000 });
  });
});

test('exports the same handover as Markdown and as YAML', async ({
  page,
  api,
}) => {
  await openTab(page, NAME);
  const choose = async (item: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    return download;
  };

  const markdown = await choose('Download as Markdown');
  expect(markdown.suggestedFilename()).toBe(`${NAME}-handover.md`);
  const text = await contentOf(markdown);
  expect(text).toMatch(/^# Order processing/);
  expect(text.match(/^## .*/gm)).toHaveLength(SECTION_TITLES.length);
  expect(text).toContain(
    'kubectl -n order-processing rollout undo deployment/order-processing',
  );

  const yaml = await choose('Download as YAML');
  expect(yaml.suggestedFilename()).toMatch(/handover\.yaml$/);
  const exported = await contentOf(yaml);
  const state = await api.get(`documents/component/default/${NAME}`);
  expect(parse(exported)).toEqual((await state.json()).document);
  const validation = await api.post('documents/validate', {
    data: { yaml: exported },
  });
  expect(await validation.json()).toMatchObject({
    problems: [],
    coverage: { ratio: 1 },
  });
});

test('a system has a handover too', async ({ page }) => {
  await openTab(page, 'order-management', { kind: 'system' });
  await expect(
    glance(page).getByRole('link', { name: 'Platform team', exact: true }),
  ).toBeVisible();
  await expect(section(page, 'Escalation')).toBeVisible();
});

test('prints all sections in full, without the portal around them', async ({
  page,
}) => {
  await openTab(page, NAME);
  const printed = page.getByText(/^Printed /);
  await expect(printed).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(printed).toHaveText(/ \d\d:\d\d/);
  await expect(printed).toBeVisible();
  const dashboards = page.locator('main a[href^="https://"]').first();
  const address = await dashboards.getAttribute('href');
  expect(
    await dashboards.evaluate(
      link => getComputedStyle(link, '::after').content,
    ),
  ).toContain(address);
  for (const name of SECTION_TITLES) {
    await expect(section(page, name)).toBeVisible();
  }
  await expect(page.getByText('I can deploy it safely.')).toBeVisible();
  await expect(
    page.getByRole('navigation', { name: 'sidebar nav' }),
  ).toBeHidden();
  await expect(
    page.getByRole('navigation', { name: 'Content navigation' }),
  ).toBeHidden();
  await expect(page.getByRole('button', { name: 'Export' })).toBeHidden();
  await expect(
    page.getByRole('button', { name: /^Copy command/ }).first(),
  ).toBeHidden();

  // What a scrolling container would cut off is on later pages.
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(3);
});
