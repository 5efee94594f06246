import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { PrintedAt } from './PrintedAt';

it('says when the page is printed, not when it was opened', async () => {
  jest.useFakeTimers({
    doNotFake: ['setTimeout', 'queueMicrotask', 'setImmediate', 'setInterval'],
  });
  jest.setSystemTime(new Date('2026-11-29T03:00:00'));
  try {
    renderInTestApp(<PrintedAt />);
    const text = await screen.findByText(/^Printed /);
    expect(text).toHaveTextContent(/29, 2026.*03:00/);
    jest.setSystemTime(new Date('2026-11-30T04:30:00'));
    // Whoever prints does not wait: the text has to be there at once.
    window.dispatchEvent(new Event('beforeprint'));
    expect(text).toHaveTextContent(/30, 2026.*04:30/);
  } finally {
    jest.useRealTimers();
  }
});
