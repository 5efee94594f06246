import { suspectedChange } from './suspectedChange';
import type { Deployment } from './types';

const deployment = (
  version: string | undefined,
  at: string,
  more: Partial<Deployment> = {},
): Deployment => ({
  id: `${version}-${at}`,
  provider: 'jenkins',
  environment: 'production',
  at: `2026-11-20T${at}:00Z`,
  outcome: 'succeeded',
  ...(version && { artifact: { version } }),
  ...more,
});

const current = deployment('2.32.1', '06:00');
const previous = deployment('2.32.0', '05:00');
const attempt = deployment('2.33.0', '09:38', { outcome: 'failed' });
const since = '2026-11-20T09:40:00Z';

describe('suspectedChange', () => {
  it('is the deployment of the release that fails, whatever came later', () => {
    const step = { attempt, deployment: current, previous };
    expect(suspectedChange({ step, since, release: 'v2.33.0' })).toEqual({
      kind: 'likely',
      deployment: attempt,
      previous: current,
    });
    expect(suspectedChange({ step, release: '2.32.1' })).toEqual({
      kind: 'likely',
      deployment: current,
      previous,
    });
  });

  it('knows a release by the beginning of its digest', () => {
    const digest = `sha256:${'ab'.repeat(32)}`;
    const step = {
      deployment: deployment(undefined, '06:00', { artifact: { digest } }),
    };
    const release = digest.slice(0, 19);
    expect(suspectedChange({ step, release })?.kind).toBe('likely');
  });

  it('says that no deployment of the release was recorded', () => {
    const step = { deployment: current, previous };
    expect(suspectedChange({ step, since, release: '2.33.0' })).toEqual({
      kind: 'unrecorded',
      deployment: current,
      previous,
    });
  });

  it.each([
    ['08:40', 'likely'],
    ['08:39', 'earlier'],
    ['09:55', 'likely'],
  ])('is the last one before the failure, at %s %s', (at, kind) => {
    const last = deployment('2.32.1', at);
    expect(
      suspectedChange({ step: { deployment: last, previous }, since }),
    ).toEqual({ kind, deployment: last, previous });
  });

  it('is none that came after the failure or was removed', () => {
    const later = deployment('2.33.0', '09:56');
    const removed = deployment('2.33.0', '09:30', { outcome: 'removed' });
    expect(
      suspectedChange({ step: { deployment: later, previous }, since }),
    ).toEqual({ kind: 'earlier', deployment: previous });
    expect(suspectedChange({ step: { deployment: later }, since })).toBe(
      undefined,
    );
    expect(suspectedChange({ step: { attempt: removed }, since })).toBe(
      undefined,
    );
    expect(suspectedChange({ step: {}, since })).toBe(undefined);
  });

  it('is not called likely if nobody knows when it began', () => {
    expect(suspectedChange({ step: { deployment: current } })?.kind).toBe(
      'earlier',
    );
  });
});
