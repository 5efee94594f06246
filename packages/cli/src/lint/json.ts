import { summarize } from './report';
import type { Formatter } from './report';

/** `{ files: [{ file, problems } or { file, unreadable }], summary }` */
export const formatJson: Formatter = files =>
  `${JSON.stringify({ files, summary: summarize(files) }, undefined, 2)}\n`;
