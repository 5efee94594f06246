import { toUri } from './sarif';

it.each([
  ['services/orders/handover.yaml', false, 'services/orders/handover.yaml'],
  ['a b/#1/ü%.yaml', false, 'a%20b/%231/%C3%BC%25.yaml'],
  ['odd\\name.yaml', false, 'odd%5Cname.yaml'],
  ['/srv/a b/handover.yaml', false, 'file:///srv/a%20b/handover.yaml'],
  ['services\\orders\\handover.yaml', true, 'services/orders/handover.yaml'],
  ['services/orders\\handover.yaml', true, 'services/orders/handover.yaml'],
  ['C:\\code\\a b\\handover.yaml', true, 'file:///C:/code/a%20b/handover.yaml'],
])('writes %s as a URI (Windows: %s)', (file, windows, uri) => {
  expect(toUri(file, windows)).toBe(uri);
});
