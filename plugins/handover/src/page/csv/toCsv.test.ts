import { toCsv } from './toCsv';

it('writes rows as RFC 4180 says', () => {
  expect(
    toCsv([
      ['Service', 'Owner'],
      ['Orders, "new"', 'a\nb'],
      ['', 'größe'],
    ]),
  ).toBe('Service,Owner\r\n"Orders, ""new""","a\nb"\r\n,größe\r\n');
});

it.each([
  '=HYPERLINK("https://evil.test")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
])('makes a text of the formula %j', text => {
  const [, cell] = /^"?(.)/s.exec(toCsv([[text]]))!;
  expect(cell).toBe("'");
});

it('leaves other texts alone', () => {
  expect(toCsv([['a=b', '50%', 'group:default/a-team']])).toBe(
    'a=b,50%,group:default/a-team\r\n',
  );
});
