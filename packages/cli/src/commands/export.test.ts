import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  handover,
  INVALID,
  MINIMAL,
  ORDERS,
  useFolder,
} from '../__testUtils__/handover';

const folder = useFolder();

async function html(yaml: string, ...args: string[]) {
  const { code, stdout } = await handover(
    ['export', '-', '--format', 'html', ...args],
    { stdin: `${MINIMAL}${yaml}` },
  );
  expect(code).toBe(0);
  return stdout;
}

it('writes Markdown', async () => {
  const { code, stdout } = await handover(['export'], {
    cwd: path.dirname(ORDERS),
  });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^# Handover: component:default\/order-processing\n/);
  expect(stdout).toContain('## Rollback\n');
});

it('writes one HTML page that needs nothing else', async () => {
  const file = path.join(folder(), 'handover.html');
  const { code, stdout } = await handover([
    'export',
    ORDERS,
    '--format=html',
    '--title=Orders & more',
    '--output',
    file,
  ]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  const page = await readFile(file, 'utf8');
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page).toContain('<title>Orders &amp; more</title>');
  expect(page).toContain("default-src 'none'");
  // The same addresses as in the portal's tab, each once, and linked.
  expect(page.match(/<h2 id="rollback">/g)).toHaveLength(1);
  expect(page).toContain('<a href="#rollback">Rollback</a>');
  expect(page).toContain('@media print');
  expect(page).toContain(
    '<pre><code class="language-sh">kubectl -n order-processing rollout undo',
  );
  expect(page).not.toMatch(/<script|<link|<img|@import|url\(|src=/);
});

it('leaves HTML as text', async () => {
  const page = await html(
    'overview:\n  purpose: <script>alert(1)</script> <img src=x onerror=alert(1)>\n',
    '--title',
    '</title><script>alert(1)</script>',
  );
  expect(page).not.toMatch(/<script|<img/);
  expect(page).toContain(
    '<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>',
  );
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &lt;img');
});

it('links with the schemes it is given', async () => {
  const yaml = 'overview:\n  purpose: "[room](slack://channel)"\n';
  expect(await html(yaml)).not.toContain('href="slack:');
  expect(await html(yaml, '--link-scheme', 'slack')).toContain(
    '<a href="slack://channel">room</a>',
  );
});

it('gives an id only to the section, not to a heading inside one', async () => {
  const page = await html(
    'overview:\n  purpose: |\n    Text\n\n    ## Overview\n\n    ## Other\n',
  );
  expect(page.match(/id="overview"/g)).toHaveLength(1);
  expect(page).toContain('<h2>Other</h2>');
});

it('ends with 2 where it cannot read or write', async () => {
  await writeFile(path.join(folder(), 'handover.yaml'), MINIMAL);
  for (const args of [
    [INVALID],
    ['missing.yaml'],
    ['.'],
    ['handover.yaml', '-o', 'no/such/page.md'],
    ['handover.yaml', '-o', '.'],
  ]) {
    const outcome = await handover(['export', ...args], { cwd: folder() });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^error: /);
  }
});
