import { matchAlert } from './matchAlert';

const failures = [
  { symptom: 'any alert of orders', match: { alert: 'Orders*' } },
  { symptom: 'errors', match: { alert: 'OrdersErrorRateHigh' } },
  { symptom: 'any rate', match: { alert: 'Orders*Rate*' } },
  { symptom: 'one letter', match: { alert: 'OrdersErrorRate?igh' } },
  { symptom: 'in lower case', match: { alert: 'orderserrorratehigh' } },
  { symptom: 'OrdersErrorRateHigh, in words only' },
  { symptom: 'of pods', match: { reason: 'OrdersErrorRateHigh' } },
  { symptom: 'empty', match: { alert: '' } },
];

const symptoms = (name: string) =>
  matchAlert({ name }, failures).map(({ failure }) => failure.symptom);

it('prefers the name, then the longest pattern', () => {
  expect(symptoms('OrdersErrorRateHigh')).toEqual([
    'errors',
    'one letter',
    'any rate',
    'any alert of orders',
  ]);
});

it('compares the whole name', () => {
  expect(symptoms('OrdersErrorRateHighest')).toEqual([
    'any rate',
    'any alert of orders',
  ]);
  expect(symptoms('TheOrdersErrorRateHigh')).toEqual([]);
});

it('says which failure it is', () => {
  expect(matchAlert({ name: 'OrdersDown' }, failures)).toEqual([
    { failure: failures[0], index: 0 },
  ]);
  expect(matchAlert({ name: 'OrdersDown' }, undefined)).toEqual([]);
});

it('takes characters outside of the basic plane as one', () => {
  expect(
    matchAlert({ name: 'Disk🔥' }, [{ match: { alert: 'Disk?' } }]),
  ).toHaveLength(1);
});
