import { compareUrl } from './compareUrl';

const FROM = '1111111';
const TO = '2222222';

const entity = (annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', ...(annotations && { annotations }) },
});
const at = (location: string) =>
  entity({ 'backstage.io/source-location': location });

describe('compareUrl', () => {
  it.each([
    [
      'url:https://github.com/shop/orders/tree/main/',
      'https://github.com/shop/orders/compare/1111111...2222222',
    ],
    [
      'url:https://git.example.com/shop/orders/blob/main/catalog-info.yaml',
      'https://git.example.com/shop/orders/compare/1111111...2222222',
    ],
    [
      'url:https://gitlab.example.com/shop/back/orders/-/tree/main/',
      'https://gitlab.example.com/shop/back/orders/-/compare/1111111...2222222',
    ],
    [
      'url:https://gitea.example.com/shop/orders/src/branch/main/',
      'https://gitea.example.com/shop/orders/compare/1111111...2222222',
    ],
  ])('compares in the repository of %s', (location, expected) => {
    expect(compareUrl(at(location), { from: FROM, to: TO })).toBe(expected);
  });

  it('takes the project on GitHub if the location says nothing', () => {
    const annotations = {
      'backstage.io/managed-by-location': 'file:/services/catalog-info.yaml',
      'github.com/project-slug': 'shop/orders',
    };
    expect(compareUrl(entity(annotations), { from: FROM, to: TO })).toBe(
      'https://github.com/shop/orders/compare/1111111...2222222',
    );
  });

  it.each([
    ['unknown hosts', at('url:https://bitbucket.example.com/x/y/browse/')],
    ['no location', entity()],
    ['an odd slug', entity({ 'github.com/project-slug': '../evil?' })],
  ])('has none for %s', (_, unknown) => {
    expect(compareUrl(unknown, { from: FROM, to: TO })).toBeUndefined();
  });

  it('has none for what is not two commits', () => {
    const known = at('url:https://github.com/shop/orders/tree/main/');
    for (const [from, to] of [
      [undefined, TO],
      [FROM, FROM],
      [FROM, 'main/../../evil'],
    ]) {
      expect(compareUrl(known, { from, to })).toBeUndefined();
    }
  });
});
