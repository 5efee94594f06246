import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  documentState,
  handoverApiWith,
  orderProcessingDocument,
} from '../../__testUtils__/orderProcessing';
import { renderTab } from '../../__testUtils__/renderTab';
import type { HandoverCell, HandoverPanel } from '../../components';

// The calendar has tests of its own, and takes seconds to mount without a layout engine.
jest.mock('../../gate/WindowsSection', () => ({ WindowsSection: () => null }));

const panel = (
  id: string,
  placement: HandoverPanel['placement'],
  more: Partial<HandoverPanel> = {},
): HandoverPanel => ({
  id,
  placement,
  component: () => <p>{`Panel ${id}`}</p>,
  ...more,
});

const cell = (id: string, more: Partial<HandoverCell> = {}): HandoverCell => ({
  id,
  title: id,
  component: () => <p>{`Cell ${id}`}</p>,
  ...more,
});

function show(
  more: { panels?: HandoverPanel[]; cells?: HandoverCell[] },
  at?: string,
) {
  renderTab({
    api: handoverApiWith(async () => documentState(orderProcessingDocument())),
    at,
    ...more,
  });
}

const region = (name: string) => screen.findByRole('region', { name });

/** The panels of an element, in their order. */
function panelsOf(element: HTMLElement): (string | null)[] {
  return within(element)
    .getAllByText(/^Panel /)
    .map(({ textContent }) => textContent);
}

describe('panels', () => {
  it('stand before, after or instead of what the document says, in their order', async () => {
    show({
      panels: [
        panel('late', { section: 'overview', at: 'before' }, { order: 200 }),
        panel('early', { section: 'overview', at: 'before' }, { order: 1 }),
        panel('below', { section: 'overview', at: 'after' }),
        panel('only', { section: 'notes', at: 'instead' }),
        panel('top', { at: 'start' }),
        panel('bottom', { at: 'end' }),
      ],
    });
    const overview = await region('Overview');
    expect(panelsOf(overview)).toEqual([
      'Panel early',
      'Panel late',
      'Panel below',
    ]);
    const [, late, below] = within(overview).getAllByText(/^Panel /);
    const purpose = within(overview).getByText('What it does');
    expect(late.compareDocumentPosition(purpose)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(purpose.compareDocumentPosition(below)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const notes = await region('Notes and tribal knowledge');
    expect(panelsOf(notes)).toEqual(['Panel only']);
    expect(within(notes).queryByText('Sharp edges')).not.toBeInTheDocument();
    await screen.findByText('Panel bottom');
    const all = panelsOf(document.body);
    expect([all[0], all.at(-1)]).toEqual(['Panel top', 'Panel bottom']);
  });

  it('stand in each danger zone and get its text', async () => {
    const zones = orderProcessingDocument().dangerZones?.items ?? [];
    show({
      panels: [
        panel(
          'zone',
          { section: 'dangerZones', at: 'item' },
          { component: ({ item }) => <p>{`${item?.index}: ${item?.text}`}</p> },
        ),
      ],
    });
    const section = within(await region('Danger zones'));
    expect(zones.length).toBeGreaterThan(1);
    for (const [index, { what = '' }] of zones.entries()) {
      expect(
        section.getByText(text => text.startsWith(`${index}: ${what}`)),
      ).toBeInTheDocument();
    }
  });

  it('are shown in the views that they name, where they apply', async () => {
    const rollback = { section: 'rollback', at: 'after' } as const;
    show({
      panels: [
        panel('both', rollback),
        panel('incident', rollback, { views: ['incident'] }),
        panel('document', rollback, { views: ['document'] }),
        panel('never', rollback, { filter: () => false }),
        panel('services', rollback, {
          filter: ({ entity }) => entity.spec?.type === 'service',
        }),
      ],
      cells: [cell('night', { views: ['incident'] })],
    });
    expect(panelsOf(await region('Rollback'))).toEqual([
      'Panel both',
      'Panel document',
      'Panel services',
    ]);
    expect(screen.queryByText('Cell night')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Incident view' }),
    );
    expect(panelsOf(await region('Rollback'))).toEqual([
      'Panel both',
      'Panel incident',
      'Panel services',
    ]);
    expect(screen.getByText('Cell night')).toBeInTheDocument();
  });

  it('say in their place why they do not work', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
    const fails = () => {
      throw new Error('It has no data');
    };
    const overview = { section: 'overview', at: 'after' } as const;
    show({
      panels: [
        panel('throws', overview, { component: fails }),
        panel('filter', overview, { filter: fails }),
        panel('twice', overview),
        panel('twice', overview),
        panel('nowhere', { section: 'overview', at: 'beside' } as never),
        panel('item', { section: 'notes', at: 'item' } as never),
        panel('handover.delivery', overview),
      ],
      cells: [
        cell('throws', { component: fails }),
        cell('twice'),
        cell('twice'),
      ],
    });
    const section = within(await region('Overview'));
    for (const message of [
      "The panel 'throws' failed: It has no data",
      "The panel 'filter' failed: It has no data",
      "The panel 'twice' failed: Another one with the id 'twice' comes before it",
      "The panel 'handover.delivery' failed: Another one with the id 'handover.delivery' comes before it",
    ]) {
      expect(section.getByText(message)).toHaveAttribute('role', 'alert');
    }
    expect(section.getAllByText('Panel twice')).toHaveLength(1);
    expect(section.getByText('What it does')).toBeInTheDocument();
    const strip = within(await region('At a glance'));
    expect(
      strip.getByText("The cell 'throws' failed: It has no data"),
    ).toBeInTheDocument();
    expect(strip.getAllByText('Cell twice')).toHaveLength(1);
    expect(
      strip.getByText(
        "The cell 'twice' failed: Another one with the id 'twice' comes before it",
      ),
    ).toBeInTheDocument();
    for (const message of [
      "The panel 'nowhere' failed: There is no place 'beside'",
      "The panel 'item' failed: The section 'notes' has no place 'item'",
    ]) {
      expect(await screen.findByText(message)).toBeInTheDocument();
    }
    jest.restoreAllMocks();
  });
});
