import { parsePackageUrl } from './parsePackageUrl';

const DIGEST = `sha256:${'a1'.repeat(32)}`;

it.each([
  ['pkg:oci/orders@1.2.3', { name: 'orders', version: '1.2.3' }],
  [
    `pkg:oci/orders@${encodeURIComponent(DIGEST)}?tag=1.2.3&arch=amd64`,
    { name: 'orders', version: '1.2.3', digest: DIGEST },
  ],
  [`pkg:oci/orders@${DIGEST}`, { name: 'orders', digest: DIGEST }],
  [
    'pkg:oci/orders?repository_url=ghcr.io/acme/orders&tag=edge',
    { name: 'orders', version: 'edge' },
  ],
  [
    'pkg:golang/mygit.com/myorg/myapp@234fd47e07d1004f0aed9c#cmd',
    { name: 'myapp', version: '234fd47e07d1004f0aed9c' },
  ],
  // Not a version that Go has.
  ['pkg:golang/acme.com/app@v1', { name: 'app', version: 'v1' }],
  ['pkg:npm/%40acme/orders@2.0.0', { name: 'orders', version: '2.0.0' }],
  ['pkg://docker/acme/My%20App@1%2B2', { name: 'My App', version: '1+2' }],
  ['PKG:generic/orders', { name: 'orders' }],
])('reads %s', (text, artifact) => {
  expect(parsePackageUrl(text)).toEqual(artifact);
});

it.each([
  '',
  'orders',
  'registry.acme.com/orders:1.2.3',
  'pkg:',
  'pkg:oci',
  'pkg:oci/',
  'pkg:oci/%ZZ',
  'https://acme.com/orders@1',
])("uses '%s' as the name", text => {
  expect(parsePackageUrl(text)).toEqual({ name: text });
});
