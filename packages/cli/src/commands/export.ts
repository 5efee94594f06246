import { toMarkdown } from '@backstage-handover/plugin-handover-common/documents';
import { toHtml } from '../export/html';
import { loadDocument } from '../io/loadDocument';
import type { DocumentOptions } from '../io/parseOptions';
import { print } from '../io/output';
import { writeText } from '../io/writeText';

type ExportOptions = DocumentOptions & {
  format: 'md' | 'html';
  output?: string;
  title?: string;
};

/** Writes a document as one page. */
export async function exportDocument(file: string, options: ExportOptions) {
  const { format, output = '-', linkScheme } = options;
  const document = await loadDocument(file, options);
  const title = options.title ? { title: options.title } : {};
  const markdown = toMarkdown(document, title);
  const page =
    format === 'html' ? toHtml(markdown, { schemes: linkScheme }) : markdown;
  if (output === '-') {
    print(page);
  } else {
    await writeText(output, page, { overwrite: true });
  }
}
