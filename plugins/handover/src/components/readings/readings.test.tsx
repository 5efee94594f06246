import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Freshness, ReadingsProvider, useReading } from '.';

const MINUTE = 60_000;

type Read = (signal: AbortSignal) => Promise<string>;

function Panel({ name, read }: { name: string; read: Read }) {
  const reading = useReading<string>({
    key: ['test', name],
    read: ({ signal }) => read(signal),
    every: MINUTE,
  });
  switch (reading.status) {
    case 'loading':
      return <p>Loading</p>;
    case 'failed':
      return (
        <p role="alert">
          {reading.error.message} <button onClick={reading.retry}>Retry</button>
        </p>
      );
    default:
      return (
        <section aria-label={name}>
          <Freshness freshness={reading.freshness} />
          <p>{reading.data}</p>
        </section>
      );
  }
}

const after = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

/** Hides or shows the page, as the browser tells of it. */
async function turnPage(visibility: 'hidden' | 'visible') {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  await act(async () => {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await jest.advanceTimersByTimeAsync(0);
  });
}

describe('useReading', () => {
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  const read = jest.fn<ReturnType<Read>, Parameters<Read>>();

  beforeEach(() => {
    jest.useFakeTimers({ now: new Date(2026, 10, 28, 9, 38) });
    read.mockReset().mockImplementation(async () => 'version 1');
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  async function show() {
    await renderInTestApp(
      <ReadingsProvider>
        <Panel name="deployments" read={read} />
      </ReadingsProvider>,
    );
    return screen.findByRole('region', { name: 'deployments' });
  }

  it('keeps the last result after a failed poll and says since when and why', async () => {
    const panel = await show();
    expect(within(panel).getByText('As of 09:38')).toBeInTheDocument();
    const status = within(panel).getByRole('status');
    expect(status).toBeEmptyDOMElement();

    read.mockRejectedValue(new Error('connection refused'));
    await after(MINUTE);
    await after(10 * MINUTE);
    // The region that was there announces it, politely.
    expect(status).toHaveTextContent(
      'Refresh has been failing since 09:39 (connection refused). Showing data from 09:38.',
    );
    expect(within(panel).getByText('version 1')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('recovers by itself', async () => {
    const panel = await show();
    read.mockRejectedValueOnce(new Error('connection refused'));
    await after(MINUTE);
    expect(within(panel).getByRole('status')).toHaveTextContent(/refused/);

    read.mockResolvedValue('version 2');
    // Sooner than the next poll.
    await after(MINUTE / 4);
    expect(within(panel).getByText('version 2')).toBeInTheDocument();
    expect(within(panel).getByText('As of 09:39')).toBeInTheDocument();
    expect(within(panel).getByRole('status')).toBeEmptyDOMElement();
  });

  it('tries again when told to', async () => {
    const panel = await show();
    read.mockRejectedValueOnce(new Error('connection refused'));
    await after(MINUTE);
    read.mockResolvedValue('version 2');
    await user.click(within(panel).getByRole('button', { name: 'Try again' }));
    expect(await within(panel).findByText('version 2')).toBeInTheDocument();
    expect(within(panel).queryByRole('button')).not.toBeInTheDocument();
  });

  it('backs off from a backend that stays away, up to a minute', async () => {
    await show();
    read.mockRejectedValue(new Error('connection refused'));
    await after(MINUTE);
    read.mockClear();
    // 10, 20, 40 and 60 seconds.
    await after(135_000);
    expect(read).toHaveBeenCalledTimes(4);
  });

  it('says why the first reading failed and keeps saying so during a retry', async () => {
    read.mockRejectedValueOnce(new Error('connection refused'));
    let answer = (_: string) => {};
    read.mockImplementationOnce(
      () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    );
    await renderInTestApp(
      <ReadingsProvider>
        <Panel name="deployments" read={read} />
      </ReadingsProvider>,
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('connection refused');
    await after(15_000);
    expect(read).toHaveBeenCalledTimes(2);
    expect(alert).toBeInTheDocument();
    answer('version 2');
    expect(await screen.findByText('version 2')).toBeInTheDocument();
  });

  it('rests while the page is hidden and reads again when it is shown', async () => {
    await show();
    await turnPage('hidden');
    await after(10 * MINUTE);
    expect(read).toHaveBeenCalledTimes(1);

    read.mockResolvedValue('version 2');
    await turnPage('visible');
    expect(await screen.findByText('version 2')).toBeInTheDocument();
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('reads once for all that show the same', async () => {
    await renderInTestApp(
      <ReadingsProvider>
        <Panel name="deployments" read={read} />
        <Panel name="deployments" read={read} />
      </ReadingsProvider>,
    );
    expect(await screen.findAllByText('version 1')).toHaveLength(2);
    expect(read).toHaveBeenCalledTimes(1);
    await after(MINUTE);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('aborts a reading that nobody waits for any more', async () => {
    read.mockImplementation(() => new Promise(() => {}));
    function Closable() {
      const [isOpen, setOpen] = useState(true);
      return (
        <>
          <button onClick={() => setOpen(false)}>Close</button>
          {isOpen && <Panel name="deployments" read={read} />}
        </>
      );
    }
    await renderInTestApp(
      <ReadingsProvider>
        <Closable />
      </ReadingsProvider>,
    );
    await screen.findByText('Loading');
    const [[signal]] = read.mock.calls;
    expect(signal.aborted).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(signal.aborted).toBe(true);
  });

  it('fails visibly where the browser believes that it is offline', async () => {
    const panel = await show();
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    read.mockRejectedValue(new Error('Failed to fetch'));
    await after(MINUTE);
    expect(within(panel).getByRole('status')).toHaveTextContent(
      /Failed to fetch/,
    );
    window.dispatchEvent(new Event('online'));
  });
});
