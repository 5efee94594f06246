import { recordDrift } from './recordDrift';
import type { Deployment } from './types';

const deployment = (
  artifact: Deployment['artifact'],
  more: Partial<Deployment> = {},
): Deployment => ({
  id: '1',
  provider: 'jenkins',
  environment: 'production',
  at: '2026-11-20T09:00:00Z',
  outcome: 'succeeded',
  ...(artifact && { artifact }),
  ...more,
});

const image = (tag?: string, digest?: string, repository = 'shop/orders') => ({
  repository,
  ...(tag && { tag }),
  ...(digest && { digest }),
});

const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER = `sha256:${'b'.repeat(64)}`;

describe('recordDrift', () => {
  it('tells what runs instead of the last recorded deployment', () => {
    const recorded = deployment({ version: '2.32.1' });
    expect(
      recordDrift({
        step: { deployment: recorded },
        images: [image('2.33.0'), image('2.33.0'), image('1.0.4')],
      }),
    ).toEqual({ recorded, running: ['1.0.4', '2.33.0'] });
  });

  it.each([
    ['the version', { version: '2.33.0' }, image('v2.33.0')],
    ['a variant of it', { version: '2.33.0' }, image('2.33.0-alpine')],
    ['the digest', { version: '2.33.0', digest: DIGEST }, image('7.1', DIGEST)],
  ])('finds none if %s runs', (_, artifact, running) => {
    const step = { deployment: deployment(artifact) };
    expect(recordDrift({ step, images: [running] })).toBeUndefined();
  });

  it('finds none if the tag names the commit', () => {
    const step = {
      deployment: deployment({ version: '2.33.0' }, { commit: 'abcdef0123' }),
    };
    const images = [image('1.0-abcdef0')];
    expect(recordDrift({ step, images })).toBeUndefined();
  });

  it('finds none while a recorded attempt runs', () => {
    const step = {
      attempt: deployment({ version: '2.33.0' }, { outcome: 'failed' }),
      deployment: deployment({ version: '2.32.1' }),
    };
    expect(recordDrift({ step, images: [image('2.33.0')] })).toBeUndefined();
  });

  it('tells a release candidate from the release', () => {
    const step = { deployment: deployment({ version: '2.33.0' }) };
    const images = [image('2.33.0-rc.1')];
    expect(recordDrift({ step, images })?.running).toEqual(['2.33.0-rc.1']);
  });

  it('looks at the images of the artifact only, if its name says which', () => {
    const step = {
      deployment: deployment({ name: 'orders', version: '2.32.1' }),
    };
    const images = [
      image('2.33.0'),
      image('2.32.1', undefined, 'shop/sidecar'),
    ];
    expect(recordDrift({ step, images })?.running).toEqual(['2.33.0']);
  });

  it('compares digests if there are no versions', () => {
    const step = { deployment: deployment({ digest: DIGEST }) };
    expect(
      recordDrift({ step, images: [image(undefined, OTHER)] })?.running,
    ).toEqual([OTHER.slice(0, 19)]);
  });

  it.each([
    ['a moving tag', { version: '2.33.0' }, image('latest', OTHER)],
    ['a number of a build', { version: 'build-7' }, image('2.33.0')],
    ['nothing recorded', undefined, image('2.33.0')],
  ])('claims nothing of %s', (_, artifact, running) => {
    const step = artifact ? { deployment: deployment(artifact) } : {};
    expect(recordDrift({ step, images: [running] })).toBeUndefined();
  });
});
