import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  documentState,
  handoverApiWith,
  orderProcessingDocument,
  orderProcessingEntity,
} from '../__testUtils__/orderProcessing';
import { renderTab } from '../__testUtils__/renderTab';

// The calendar has tests of its own, and takes seconds to mount without a layout engine.
jest.mock('../gate/WindowsSection', () => ({ WindowsSection: () => null }));

const SECTION_TITLES = [
  'Overview',
  'Environments and technologies',
  'Architecture',
  'Notes and tribal knowledge',
  'Day one',
  'Deployment',
  'Rollback',
  'Known failures and fixes',
  'Change windows',
  'Danger zones',
  'Escalation',
  'Observability',
  'Resilience',
  'First thirty days',
  'Open responsibilities',
  'Completion',
];

const document = orderProcessingDocument();

function apiWith(...args: Parameters<typeof documentState>) {
  return handoverApiWith(async () => documentState(...args));
}

async function findSection(name: string) {
  return screen.findByRole('region', { name });
}

describe('HandoverTab', () => {
  it('shows the sections that the schema knows, in their order', async () => {
    renderTab({ api: apiWith(document) });

    await findSection('Completion');
    const headings = screen
      .getAllByRole('heading', { level: 2 })
      .map(heading => heading.textContent)
      .filter(title => SECTION_TITLES.includes(title ?? ''));
    expect(headings).toEqual(SECTION_TITLES);
    const contents = screen.getByRole('navigation', { name: 'Sections' });
    // Folded where the screen is narrow, and this one has no width.
    await userEvent.click(within(contents).getByText('Sections'));
    for (const title of SECTION_TITLES) {
      expect(
        within(contents).getByRole('link', { name: `Covered ${title}` }),
      ).toBeInTheDocument();
    }
  });

  it('answers at a glance who owns it, whom to call and how to go back', async () => {
    renderTab({ api: apiWith(document) });

    const glance = await findSection('At a glance');
    expect(
      await within(glance).findByRole('link', { name: /platform/ }),
    ).toHaveAttribute('href', '/catalog/default/group/platform');
    expect(within(glance).getByText('DevOps')).toBeInTheDocument();
    expect(
      within(glance).getByRole('link', { name: /On-call channel/ }),
    ).toHaveAttribute('href', expect.stringMatching(/^https:/));
    expect(within(glance).getByText('10 minutes')).toBeInTheDocument();
    expect(within(glance).getByText('15 minutes')).toBeInTheDocument();
    expect(within(glance).getByText('Engineering manager')).toBeInTheDocument();
    expect(within(glance).getByText('100%')).toBeInTheDocument();
    expect(
      within(glance).getByRole('link', { name: /handover.yaml/ }),
    ).toHaveAttribute(
      'href',
      'https://git.example.com/orders/blob/main/handover.yaml',
    );
  });

  it('names the danger zones at the top and says in their section why and who approves', async () => {
    renderTab({ api: apiWith(document) });

    const alert = await findSection('Do not touch without approval');
    expect(alert).toHaveTextContent('Terraform state');
    expect(within(alert).getAllByText('Emergency only').length).toBeGreaterThan(
      0,
    );
    expect(
      within(alert).getByRole('link', { name: 'Reasons and approvers' }),
    ).toHaveAttribute('href', '/#dangerZones');
    const zones = await findSection('Danger zones');
    expect(alert.compareDocumentPosition(zones)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(zones).toHaveTextContent('Approval: The on-call lead');
  });

  it('begins the rollback with decision time and approvers, then numbers the steps', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    renderTab({ api: apiWith(document) });

    const rollback = await findSection('Rollback');
    const text = rollback.textContent ?? '';
    expect(text.indexOf('Decide within')).toBeLessThan(
      text.indexOf('Roll back when'),
    );
    const steps = document.rollback?.steps ?? [];
    const [list] = within(rollback)
      .getAllByRole('list')
      .filter(({ tagName }) => tagName === 'OL');
    expect(within(list).getAllByRole('listitem')).toHaveLength(steps.length);

    const command = steps.find(step => step.command)?.command ?? '';
    await user.click(
      within(list).getByRole('button', {
        name: `Copy command: ${command.trim()}`,
      }),
    );
    expect(writeText).toHaveBeenCalledWith(command.trim());
    expect(await within(list).findByText('Copied')).toHaveAttribute(
      'role',
      'status',
    );
  });

  it('links dependencies of the catalog to their pages', async () => {
    renderTab({ api: apiWith(document) });
    const architecture = await findSection('Architecture');
    expect(
      await within(architecture).findByRole('link', {
        name: /payments-gateway/,
      }),
    ).toHaveAttribute('href', '/catalog/default/component/payments-gateway');
  });

  it('says what a section lacks, why that matters, and which do not apply', async () => {
    const { rollback, ...rest } = document;
    const user = userEvent.setup();
    renderTab({
      api: apiWith({
        ...rest,
        rollback: { steps: rollback?.steps },
        resilience: undefined,
        notes: { notApplicable: 'There are *no* secrets about it.' },
        firstThirtyDays: undefined,
      }),
    });

    const partial = await findSection('Rollback');
    expect(within(partial).getByText('Partly covered')).toBeInTheDocument();
    expect(within(partial).getByText('rollback.triggers')).toBeInTheDocument();
    const missing = await findSection('First thirty days');
    expect(within(missing).getByText('Missing')).toBeInTheDocument();
    expect(missing).toHaveTextContent('This section is still empty.');
    expect(missing).toHaveTextContent(/firstThirtyDays\.stages.*: \w+/);
    const notes = await findSection('Notes and tribal knowledge');
    expect(within(notes).getByText('Not applicable')).toBeInTheDocument();
    expect(notes).toHaveTextContent(
      'Not applicable: There are no secrets about it.',
    );

    const glance = await findSection('At a glance');
    await user.click(within(glance).getByText('What is missing'));
    expect(
      within(glance).getByRole('link', { name: 'rollback.triggers' }),
    ).toHaveAttribute('href', '/#rollback');
  });

  it('drops HTML and links that could run something', async () => {
    renderTab({
      api: apiWith({
        ...document,
        overview: {
          ...document.overview,
          purpose:
            'Hello <img src=x onerror="alert(1)"> <b>there</b> [bad](javascript:alert(1)) [chat](slack://channel?id=1) [other](//evil.example) [good](https://example.com/x)\n\n# Rollback\n\n![pixel](https://evil.example/p.png)',
        },
      }),
      config: { handover: { links: { schemes: ['slack', 'javascript'] } } },
    });

    const overview = await findSection('Overview');
    expect(within(overview).queryByRole('img')).not.toBeInTheDocument();
    expect(overview.querySelector('img, b, script, h1')).toBeNull();
    const targets = within(overview)
      .getAllByRole('link')
      .map(link => link.getAttribute('href'));
    expect(targets).toEqual([
      '/#overview',
      'slack://channel?id=1',
      'https://example.com/x',
    ]);
    expect(overview).toHaveTextContent(/bad/);
  });

  it('finds a failure among many, and shows all of them in the end', async () => {
    const user = userEvent.setup();
    const items = Array.from({ length: 120 }, (_, index) => ({
      symptom: `Symptom ${index}`,
      cause: `Cause ${index}`,
      fix: `Fix ${index}`,
    }));
    renderTab({ api: apiWith({ ...document, failures: { items } }) });

    const failures = await findSection('Known failures and fixes');
    expect(within(failures).getAllByRole('listitem').length).toBeLessThan(120);
    expect(
      await within(failures).findByText('Symptom 119'),
    ).toBeInTheDocument();
    expect(within(failures).getAllByRole('listitem')).toHaveLength(120);
    await user.type(
      within(failures).getByRole('searchbox', { name: 'Search failures' }),
      'fix 77',
    );
    expect(await within(failures).findByRole('status')).toHaveTextContent(
      '1 of 120 failures',
    );
    expect(within(failures).getByText('Symptom 77')).toBeInTheDocument();
    await user.type(within(failures).getByRole('searchbox'), ' nothing');
    expect(
      await within(failures).findByText(
        'No documented failure matches "fix 77 nothing".',
      ),
    ).toBeInTheDocument();
  });

  it('goes to the section that the address names and puts the focus there', async () => {
    const scrolled = jest.fn();
    Element.prototype.scrollIntoView = function scrollIntoView() {
      scrolled(this.id);
    };
    renderTab({ api: apiWith(document), at: '#rollback' });

    const heading = await screen.findByRole('heading', {
      level: 2,
      name: 'Rollback',
    });
    await waitFor(() => expect(heading).toHaveFocus());
    expect(scrolled).toHaveBeenCalledWith('rollback');

    const user = userEvent.setup();
    await user.click(
      screen.getByRole('link', { name: 'Link to Danger zones' }),
    );
    await waitFor(() =>
      expect(
        screen.getByRole('heading', { name: 'Danger zones' }),
      ).toHaveFocus(),
    );
    expect(screen.getByLabelText('address')).toHaveTextContent('#dangerZones');
  });

  describe('incident view', () => {
    it('is switched by keyboard, kept in the address, and shows only what an incident needs', async () => {
      const user = userEvent.setup();
      renderTab({ api: apiWith(document), at: '?tab=x' });

      const toggle = await screen.findByRole('checkbox', {
        name: 'Incident view',
      });
      toggle.focus();
      await user.keyboard(' ');
      expect(
        await screen.findByRole('heading', { name: 'Handover: incident view' }),
      ).toBeInTheDocument();
      // The sections out of sight come a moment later.
      await findSection('Danger zones');
      expect(
        screen
          .getAllByRole('heading', { level: 2 })
          .map(heading => heading.textContent)
          .filter(title => SECTION_TITLES.includes(title ?? '')),
      ).toEqual([
        'Known failures and fixes',
        'Rollback',
        'Escalation',
        'Danger zones',
      ]);
      expect(screen.getByLabelText('address')).toHaveTextContent(
        '?tab=x&view=incident',
      );

      await user.keyboard(' ');
      expect(await findSection('Overview')).toBeInTheDocument();
      expect(screen.getByLabelText('address')).toHaveTextContent('?tab=x');
    });

    it('opens from its address', async () => {
      renderTab({ api: apiWith(document), at: '?view=incident' });
      expect(
        await screen.findByRole('heading', { name: 'Handover: incident view' }),
      ).toBeInTheDocument();
      expect(
        screen.queryByRole('region', { name: 'Overview' }),
      ).not.toBeInTheDocument();
    });

    it('shows what is failing in the clusters, then the rollback, then whom to call', async () => {
      renderTab({
        api: apiWith(document),
        entity: {
          ...orderProcessingEntity,
          metadata: {
            ...orderProcessingEntity.metadata,
            annotations: { 'backstage.io/kubernetes-id': 'order-processing' },
          },
        },
        at: '?view=incident',
        kubernetes: {
          getClusters: async () => {
            throw new Error('no cluster answers');
          },
        },
      });
      const failing = await findSection('Failing now');
      const glance = await findSection('At a glance');
      const documented = await findSection('Known failures and fixes');
      for (const [first, second] of [
        [failing, glance],
        [
          await within(glance).findByRole('link', { name: 'Rollback steps' }),
          within(glance).getByText('Call first'),
        ],
        [glance, documented],
      ]) {
        expect(first.compareDocumentPosition(second)).toBe(
          Node.DOCUMENT_POSITION_FOLLOWING,
        );
      }
    });
  });

  describe('states', () => {
    it('says that it loads', async () => {
      renderTab({ api: handoverApiWith(() => new Promise(() => {})) });
      expect(await screen.findByText('Loading the handover')).toHaveAttribute(
        'role',
        'status',
      );
    });

    it('says what failed and tries again', async () => {
      const user = userEvent.setup();
      const getDocument = jest
        .fn()
        .mockRejectedValueOnce(new Error('The backend is asleep'))
        .mockResolvedValue(documentState(document));
      renderTab({ api: handoverApiWith(getDocument) });

      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent('The backend is asleep');
      await user.click(
        within(alert).getByRole('button', { name: 'Try again' }),
      );
      expect(await findSection('Overview')).toBeInTheDocument();
      expect(getDocument).toHaveBeenCalledTimes(2);
    });

    it.each([
      [
        '/create/templates/default/draft',
        '/create/templates/default/draft?formData=%7B%22entityRef%22%3A%22component%3Adefault%2Forder-processing%22%7D',
      ],
      ['//evil.example', undefined],
      [undefined, undefined],
    ])('offers the draft of the template at %s', async (template, href) => {
      renderTab({
        api: apiWith(undefined),
        config: {
          handover: { documents: template ? { draftTemplate: template } : {} },
        },
      });
      expect(
        await screen.findByRole('button', { name: 'Copy handover.yaml' }),
      ).toBeInTheDocument();
      const link = screen.queryByRole('link', {
        name: 'Draft a handover from the repository',
      });
      expect(link?.getAttribute('href')).toBe(href);
    });

    it('offers a file to begin with where there is no handover', async () => {
      const user = userEvent.setup();
      const writeText = jest.spyOn(navigator.clipboard, 'writeText');
      renderTab({ api: apiWith(undefined) });

      expect(
        await screen.findByRole('heading', { name: 'No handover yet' }),
      ).toBeInTheDocument();
      // What the catalog knows is there, too.
      const glance = within(await findSection('At a glance'));
      expect(
        await glance.findByRole('link', { name: /platform/ }),
      ).toBeInTheDocument();
      expect(glance.queryByText('Coverage')).not.toBeInTheDocument();
      await user.click(
        await screen.findByRole('button', { name: 'Copy handover.yaml' }),
      );
      const [[yaml]] = writeText.mock.calls;
      expect(yaml).toContain('entityRef: component:default/order-processing');
      expect(yaml).toContain('purpose: Takes orders in and has them paid.');

      const anchor = jest
        .spyOn(HTMLAnchorElement.prototype, 'click')
        .mockImplementation(() => {});
      const createObjectURL = jest.fn((_: Blob) => 'blob:file');
      Object.assign(URL, { createObjectURL, revokeObjectURL: jest.fn() });
      await user.click(
        screen.getByRole('button', { name: 'Download handover.yaml' }),
      );
      expect(anchor.mock.contexts[0]).toMatchObject({
        download: 'handover.yaml',
        href: 'blob:file',
      });
      expect(createObjectURL.mock.calls[0][0].size).toBe(new Blob([yaml]).size);
      anchor.mockRestore();
    });

    it('lists the problems with their lines before the last good content', async () => {
      renderTab({
        api: apiWith(document, {
          status: 'invalid',
          failingSince: '2026-11-18T10:00:00Z',
          problems: [
            {
              path: 'rollback.stepz',
              line: 12,
              column: 3,
              message: 'Unknown key. Did you mean steps?',
              severity: 'error',
            },
            {
              path: 'metadata.tier',
              line: 5,
              column: 9,
              message: 'must be 4 or less',
              severity: 'error',
            },
          ],
        }),
      });

      const notice = await findSection('The document has 2 problems');
      expect(
        within(notice).getByRole('link', { name: /^Line 12, column 3:/ }),
      ).toHaveAttribute(
        'href',
        'https://git.example.com/orders/blob/main/handover.yaml#L12',
      );
      expect(notice).toHaveTextContent('Did you mean steps?');
      expect(notice).toHaveTextContent(/last good revision, 7 from Nov 16/);
      const overview = await findSection('Overview');
      expect(notice.compareDocumentPosition(overview)).toBe(
        Node.DOCUMENT_POSITION_FOLLOWING,
      );
    });

    it('shows the problems where no revision was ever good', async () => {
      renderTab({
        api: apiWith(undefined, {
          status: 'invalid',
          location: 'file:/catalog/handover.yaml',
          problems: [
            {
              path: '',
              line: 1,
              column: 1,
              message: 'must be a mapping',
              severity: 'error',
            },
          ],
        }),
      });
      const notice = await findSection('The document has 1 problem');
      expect(notice).toHaveTextContent('Line 1, column 1: must be a mapping');
      expect(notice).toHaveTextContent('no good revision to show yet');
      expect(within(notice).queryByRole('link')).not.toBeInTheDocument();
    });

    describe('of a file with errors that never had a good revision', () => {
      const { apiVersion, kind, rollback, windows, observability } = document;
      const { dangerZones, failures } = document;
      const api = () =>
        apiWith(undefined, {
          status: 'invalid',
          problems: [
            {
              path: 'failures.items[0].fix',
              line: 9,
              message: 'must be text, not a number',
              severity: 'error',
            },
            { path: 'metadata.tier', message: 'too big', severity: 'error' },
          ],
          partial: {
            document: {
              apiVersion,
              kind,
              rollback,
              windows,
              observability,
              dangerZones,
              notes: { notApplicable: 'Nothing to tell' },
            },
            sectionsWithErrors: ['failures'],
          },
        });
      const MARK =
        'This section is from a file with errors, which is not in force.';

      it('shows its valid sections, marked, and the errors of the others', async () => {
        expect(failures?.items?.length).toBeGreaterThan(0);
        renderTab({ api: api() });
        const notice = await findSection('The document has 2 problems');
        expect(notice).toHaveTextContent('They are not in force');
        expect(notice).toHaveTextContent('metadata.tier too big');

        const marked = await screen.findAllByText(MARK);
        expect(
          marked.map(
            mark =>
              within(mark.closest('section')!).getByRole('heading', {
                level: 2,
              }).textContent,
          ),
        ).toEqual([
          'Notes and tribal knowledge',
          'Rollback',
          'Change windows',
          'Danger zones',
          'Observability',
        ]);
        const steps = await findSection('Rollback');
        expect(steps).toHaveTextContent(rollback!.approvers![0]);
        expect(within(steps).getByText('Not in force')).toBeInTheDocument();
        const freezes = within(await findSection('Change windows'));
        expect(
          freezes.getByRole('table', { name: 'Windows that are not in force' }),
        ).toHaveTextContent(windows!.items![0].title);
        expect(
          await findSection('Notes and tribal knowledge'),
        ).toHaveTextContent('Nothing to tell');
        expect(await findSection('Observability')).toHaveTextContent(
          observability!.dashboards![0].title,
        );

        const failed = await findSection('Known failures and fixes');
        expect(failed).toHaveTextContent('Has errors');
        expect(within(failed).getByRole('listitem')).toHaveTextContent(
          /^Line 9, column 1:.* failures\.items\[0\]\.fix must be text/,
        );
        expect(failed).not.toHaveTextContent(MARK);
        // It is nobody's handover: the strip and the exports have no part of it.
        const glance = within(await findSection('At a glance'));
        expect(glance.queryByText('Rollback steps')).not.toBeInTheDocument();
        expect(glance.queryByText('Coverage')).not.toBeInTheDocument();
        expect(screen.queryByText('Export')).not.toBeInTheDocument();
      });

      it('shows only what an incident needs in the incident view', async () => {
        renderTab({ api: api(), at: '?view=incident' });
        const marked = await screen.findAllByText(MARK);
        expect(marked.map(mark => mark.closest('section')?.id)).toEqual([
          'rollback',
          'dangerZones',
        ]);
        const failed = await findSection('Known failures and fixes');
        expect(failed.compareDocumentPosition(marked[0])).toBe(
          Node.DOCUMENT_POSITION_FOLLOWING,
        );
      });
    });

    it('says since when the source cannot be reached, and shows the last good content', async () => {
      renderTab({
        api: apiWith(document, {
          status: 'unreachable',
          failingSince: '2026-11-18T10:00:00Z',
          problems: [
            { path: '', message: 'HTTP 502 from the host', severity: 'error' },
          ],
        }),
      });
      const notice = await findSection('The document cannot be reached');
      expect(notice).toHaveTextContent(/Since Nov 18, 2026/);
      expect(notice).toHaveTextContent('HTTP 502 from the host');
      expect(await findSection('Rollback')).toBeInTheDocument();
    });

    it.each([
      ['a document', document],
      ['no document', undefined],
    ])('warns of an old copy of the catalog, with %s', async (_, shown) => {
      renderTab({
        api: apiWith(shown, {
          catalogOutdatedSince: '2026-11-20T09:00:00Z',
        }),
      });
      const notice = await screen.findByRole('region', {
        name: /The catalog has not been read since Nov 20, 2026/,
      });
      expect(notice).toHaveTextContent('the location of the document');
    });

    it('warns of a review that is overdue', async () => {
      renderTab({
        api: apiWith(document, {
          stale: true,
          reviewDueAt: '2026-10-01T00:00:00Z',
        }),
      });
      const notice = await findSection('This handover is stale');
      expect(notice).toHaveTextContent('due on Oct 1, 2026');
    });
  });
});
