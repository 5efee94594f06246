import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { parseHandoverDocument } from '@backstage-handover/plugin-handover-common/documents';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ExportMenu } from './ExportMenu';

const document: HandoverDocument = {
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  overview: { purpose: 'Takes orders.' },
};
const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', title: 'Orders' },
};

describe('ExportMenu', () => {
  const saved: { name: string; content: Blob }[] = [];
  let blob: Blob;

  beforeEach(() => {
    saved.length = 0;
    URL.createObjectURL = (object: Blob | MediaSource) => {
      blob = object as Blob;
      return 'blob:orders';
    };
    URL.revokeObjectURL = () => {};
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        saved.push({ name: this.download, content: blob });
      });
    window.print = jest.fn();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  async function choose(
    item: string,
    yaml?: string,
    writeText?: (text: string) => Promise<void>,
  ) {
    await renderInTestApp(
      <ExportMenu entity={entity} document={document} yaml={yaml} />,
    );
    const user = userEvent.setup();
    if (writeText) {
      jest
        .spyOn(navigator.clipboard, 'writeText')
        .mockImplementation(writeText);
    }
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: item }));
  }

  it('downloads Markdown', async () => {
    await choose('Download as Markdown');
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].name).toBe('orders-handover.md');
    expect(await saved[0].content.text()).toMatch(
      /^# .*Orders[\s\S]*Takes orders\./,
    );
  });

  it('downloads YAML that says the same', async () => {
    await choose('Download as YAML');
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].name).toBe('handover.yaml');
    const text = await saved[0].content.text();
    expect(parseHandoverDocument(text).document).toEqual(document);
  });

  it('downloads the file as it was written, where that is at hand', async () => {
    await choose('Download as YAML', '# ours\nkind: Handover\n');
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(await saved[0].content.text()).toBe('# ours\nkind: Handover\n');
  });

  it('copies Markdown, and says so', async () => {
    const writeText = jest.fn(async (_text: string) => {});
    await choose('Copy as Markdown', undefined, writeText);
    expect(await screen.findByText('Copied as Markdown.')).toBeInTheDocument();
    expect(writeText.mock.lastCall?.[0]).toMatch(/Takes orders\./);
  });

  it('prints once the menu is gone', async () => {
    await choose('Print or save as PDF');
    await waitFor(() => expect(window.print).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  });
});
