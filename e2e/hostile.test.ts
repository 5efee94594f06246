import {
  expect,
  horizontalOverflow,
  layoutSettled,
  openTab,
  section,
  test,
} from './lib/portal';

declare global {
  interface Window {
    handoverAttacked?: unknown;
  }
}

/** Ways to write a link that runs a script, or opens a page that is not there. */
const HOSTILE_LINKS = [
  '[inline link](javascript:window.handoverAttacked="inline")',
  '[mixed case](JaVaScRiPt:window.handoverAttacked="case")',
  '[entity](&#106;avascript:window.handoverAttacked="entity")',
  '[newline](<java&#10;script:window.handoverAttacked="newline">)',
  '[space](< javascript:window.handoverAttacked="space">)',
  '[control](<&#1;javascript:window.handoverAttacked="control">)',
  '[data](data:text/html,<script>opener.handoverAttacked="data"</script>)',
  '[vbscript](vbscript:window.handoverAttacked="vb")',
  '[file](file:///etc/passwd)',
  '<javascript:window.handoverAttacked="auto">',
  '[reference][link]\n\n[link]: javascript:window.handoverAttacked="reference"',
  '![picture](javascript:window.handoverAttacked="picture")',
  '<a href="javascript:window.handoverAttacked=1">HTML</a>',
  '<iframe src="javascript:parent.handoverAttacked=2"></iframe>',
];

/** Those that are refused by how they look; the others are left to the view. */
const PLAIN = /\]\((javascript|data|vbscript):/i;

/** The address of a field. Put together, as lint takes it for code when it is a literal. */
const script = (id: number) =>
  ['javascript', `window.handoverAttacked=${id}`].join(':');

test('HTML in texts does nothing, and pictures are not fetched', async ({
  page,
}) => {
  const strangers: string[] = [];
  page.on('request', request => {
    if (new URL(request.url()).hostname !== 'localhost') {
      strangers.push(request.url());
    }
  });
  await openTab(page, 'hostile-texts');
  const overview = section(page, 'Overview');
  await expect(
    overview.getByText('The text after the HTML is shown.'),
  ).toBeVisible();
  await expect(
    overview.getByRole('link', { name: /good link/ }),
  ).toHaveAttribute('href', 'https://good.example.com/');
  // A heading in a text is none of the page's.
  await expect(
    overview.getByRole('heading', { name: 'A heading that is none' }),
  ).toHaveCount(0);

  const main = page.getByRole('main');
  await expect(
    main.locator('script, iframe, [onclick], [onerror], [onload], [ontoggle]'),
  ).toHaveCount(0);
  await expect(main.locator('img[src*="tracker"]')).toHaveCount(0);
  for (const link of await main.getByText('HTML link').all()) {
    await link.click({ force: true });
  }
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => window.handoverAttacked)).toBeUndefined();
  expect(strangers).toEqual([]);
});

test('long texts without a space break nothing, at any width', async ({
  page,
}) => {
  await openTab(page, 'hostile-texts');
  for (const width of [1440, 900, 400]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(section(page, 'Rollback')).toBeVisible();
    await layoutSettled(page);
    expect(await horizontalOverflow(page), `at ${width} pixels`).toBe(0);
  }
});

test('links that run scripts are refused', async ({ api }) => {
  for (const text of HOSTILE_LINKS.filter(link => PLAIN.test(link))) {
    const yaml = JSON.stringify({
      apiVersion: 'handover.dev/v1',
      kind: 'Handover',
      overview: { purpose: text },
    });
    const response = await api.post('documents/validate', { data: { yaml } });
    const { problems } = await response.json();
    expect.soft(problems, text).toMatchObject([{ severity: 'error' }]);
  }
});

test('links that run scripts do nothing where one got through', async ({
  page,
}) => {
  // As if they had been written before they were refused.
  await page.route(
    '**/api/handover/documents/component/default/hostile-texts',
    async route => {
      const response = await route.fetch();
      const state = await response.json();
      state.document.overview.users = [
        ...HOSTILE_LINKS,
        '[good link](https://good.example.com/)',
      ];
      state.document.escalation = {
        levels: HOSTILE_LINKS.map(text => ({ who: text, how: text })),
      };
      state.document.architecture.links = [
        { title: 'Link field', url: script(5) },
      ];
      state.document.environments.items = [
        { name: 'URL field', url: script(6) },
      ];
      state.document.responsibilities = {
        tasks: [{ title: 'Task', link: script(7) }],
      };
      await route.fulfill({ response, json: state });
    },
  );
  await openTab(page, 'hostile-texts');
  await expect(
    section(page, 'Escalation').getByText('inline link').first(),
  ).toBeVisible();
  const targets = await page
    .getByRole('main')
    .locator('a[href]')
    .evaluateAll(links =>
      links.map(link => (link as HTMLAnchorElement).protocol),
    );
  expect(targets.length).toBeGreaterThan(10);
  expect(new Set(targets)).toEqual(new Set(['http:', 'https:', 'mailto:']));

  for (const name of [/inline link/, /entity/, /reference/, /Link field/]) {
    for (const text of await page.getByRole('main').getByText(name).all()) {
      if (await text.isVisible()) {
        await text.click();
      }
    }
  }
  expect(await page.evaluate(() => window.handoverAttacked)).toBeUndefined();
  expect(page.context().pages()).toHaveLength(1);
});
