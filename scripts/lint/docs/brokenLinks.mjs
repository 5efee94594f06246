import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { rootDir } from '../../lib/paths.mjs';
import { readPage } from './pages.mjs';

/** READMEs of published packages link to the repository. */
const REPOSITORY =
  'https://github.com/backstage-handover/handover/(?:blob|tree)/main/';

/** The path from the page to a file that an absolute link leads to in this repository. */
const toRelative = (url, page) =>
  url.replace(
    new RegExp(`^${REPOSITORY}`),
    () => `${path.relative(path.dirname(page.file), '.') || '.'}/`,
  );

/** The relative links of a page that lead nowhere, each with its place. */
export function brokenLinks(page) {
  return page.links.flatMap(({ url: link, place }) => {
    const url = toRelative(link, page);
    if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
      return [];
    }
    const [target, anchor] = url.split('#');
    if (target === '') {
      return page.anchors.has(anchor)
        ? []
        : [`${place} ${url}: no such heading`];
    }
    const file = path.join(path.dirname(page.file), decodeURIComponent(target));
    const absolute = path.join(rootDir, file);
    if (file.startsWith('..') || !existsSync(absolute)) {
      return [`${place} ${url}: no such file`];
    }
    if (anchor === undefined) {
      return [];
    }
    if (!file.endsWith('.md') || !statSync(absolute).isFile()) {
      return [`${place} ${url}: not a page`];
    }
    return readPage(file).anchors.has(anchor)
      ? []
      : [`${place} ${url}: no such heading`];
  });
}
