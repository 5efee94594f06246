import { builtByPipeline } from './builtByPipeline';
import type { Artifact } from '../artifacts/Artifact';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER = `sha256:${'b'.repeat(64)}`;

const image = (tag?: string, digest?: string, name = 'orders') => ({
  repository: `registry.example.com/shop/${name}`,
  ...(tag && { tag }),
  ...(digest && { digest }),
});
const deployed = (artifact?: Artifact, commit?: string) => ({
  id: '1',
  provider: 'jenkins',
  environment: 'staging',
  at: '2026-11-20T10:00:00Z',
  outcome: 'succeeded' as const,
  artifact,
  commit,
});
const orders = (version?: string, digest?: string) =>
  deployed({ name: 'Orders', version, digest });
const sidecar = image('1.29', OTHER, 'envoy');

describe('builtByPipeline', () => {
  it.each([
    ['no deployment', [image('1.4.0')], [], 'unknown'],
    ['no image', [], [orders('1.4.0')], 'unknown'],
    ['its version', [image('1.4.0')], [orders('v1.4.0')], 'yes'],
    [
      'an older one',
      [image('1.3.0')],
      [orders('1.4.0'), orders('1.3.0')],
      'yes',
    ],
    ['another version', [image('1.5.0')], [orders('1.4.0')], 'no'],
    ['its digest', [image('x', DIGEST)], [orders('1.4.0', DIGEST)], 'yes'],
    ['another digest', [image('x', OTHER)], [orders('', DIGEST)], 'no'],
    [
      'its version with another digest',
      [image('1.4.0', OTHER)],
      [orders('1.4.0', DIGEST)],
      'unknown',
    ],
    [
      'a tag that says nothing',
      [image('latest')],
      [orders('1.4.0')],
      'unknown',
    ],
    [
      'a commit',
      [image('main-0a1b2c3')],
      [deployed(undefined, `0a1b2c3${'d'.repeat(33)}`)],
      'yes',
    ],
    ['a sidecar', [sidecar, image('1.4.0')], [orders('1.4.0')], 'yes'],
    ['only a sidecar', [sidecar], [orders('1.29')], 'unknown'],
    [
      'two of its images, one of them foreign',
      [image('1.4.0'), image('1.5.0')],
      [orders('1.4.0')],
      'no',
    ],
    [
      'an artifact without a name',
      [sidecar, image('1.4.0')],
      [deployed({ version: '1.4.0' })],
      'yes',
    ],
    [
      'another without a name',
      [image('9.1')],
      [deployed({ version: '1.4' })],
      'no',
    ],
  ])('compares %s', (_, images, deployments, built) => {
    expect(builtByPipeline(images, deployments)).toBe(built);
  });
});
