import { promotionOrder } from './promotionOrder';

function names(...environments: Parameters<typeof promotionOrder>[0]) {
  return promotionOrder(environments).map(({ name }) => name);
}

describe('promotionOrder', () => {
  it('puts each environment after the one that it is promoted from', () => {
    expect(
      names(
        { name: 'production', promotedFrom: 'staging' },
        { name: 'staging', promotedFrom: 'development' },
        { name: 'sandbox' },
        { name: 'development' },
      ),
    ).toEqual(['sandbox', 'development', 'staging', 'production']);
  });

  it('keeps every environment where the order is a circle or leads nowhere', () => {
    expect(
      names(
        { name: 'a', promotedFrom: 'b' },
        { name: 'b', promotedFrom: 'a' },
        { name: 'c', promotedFrom: 'unknown' },
        { promotedFrom: 'a' },
        { name: 'self', promotedFrom: 'self' },
      ),
    ).toEqual(['c', 'a', 'b', undefined, 'self']);
  });
});
