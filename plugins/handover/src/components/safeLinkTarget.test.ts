import { linkPhoneNumbers } from './Contact';
import { DEFAULT_LINK_SCHEMES, safeLinkTarget } from './safeLinkTarget';

describe('safeLinkTarget', () => {
  it.each([
    ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
    ['HTTP://example.com', 'HTTP://example.com'],
    ['mailto:a@example.com', 'mailto:a@example.com'],
    ['tel:+4930123456', 'tel:+4930123456'],
    ['#rollback', '#rollback'],
    ['/catalog/default/component/orders', '/catalog/default/component/orders'],
  ])('follows %j', (href, target) => {
    expect(safeLinkTarget(href, DEFAULT_LINK_SCHEMES)).toBe(target);
  });

  it.each([
    // eslint-disable-next-line no-script-url
    'javascript:alert(1)',
    // eslint-disable-next-line no-script-url
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'relative/path',
    'file:///etc/passwd',
  ])('does not follow %j', href => {
    expect(safeLinkTarget(href, DEFAULT_LINK_SCHEMES)).toBeUndefined();
  });
});

describe('linkPhoneNumbers', () => {
  it('makes international numbers dial, and leaves links and sums alone', () => {
    expect(linkPhoneNumbers('Call +49 (30) 123-456, then wait')).toBe(
      'Call [+49 (30) 123-456](tel:+4930123456), then wait',
    );
    const untouched =
      '[call](tel:+4930123456) or 1+1234567, https://x.example/?q=+12345678';
    expect(linkPhoneNumbers(untouched)).toBe(untouched);
  });
});
