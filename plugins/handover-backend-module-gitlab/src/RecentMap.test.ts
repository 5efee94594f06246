import { RecentMap } from './RecentMap';

it('forgets what was not used for longest', () => {
  const map = RecentMap.ofSize<number>(2);
  map.set('a', 1);
  map.set('b', 2);
  expect(map.get('a')).toBe(1);
  map.set('c', 3);
  expect(map.get('b')).toBeUndefined();
  expect(map.get('a')).toBe(1);
  expect(map.get('c')).toBe(3);
});
