import { sameArtifact } from './sameArtifact';

it('does not take versions of different names for the same artifact', () => {
  const shop = { name: 'shop', version: '1.4.0' };
  expect(sameArtifact(shop, { name: 'Shop:latest', version: '1.4.0' })).toBe(
    'same',
  );
  expect(sameArtifact(shop, { version: '1.4.0' })).toBe('same');
  expect(sameArtifact(shop, { ...shop, name: 'worker' })).toBe('different');
  expect(
    sameArtifact(
      { name: 'shop', digest: 'sha256:aa' },
      { name: 'acme/shop', digest: 'sha256:AA' },
    ),
  ).toBe('same');
});
