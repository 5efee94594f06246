import { AllowedHosts } from './AllowedHosts';

const allowed = (pattern: string, urls: string[]) => {
  const hosts = AllowedHosts.of([pattern]);
  return urls.filter(url => hosts.allows(new URL(url)));
};

describe('AllowedHosts', () => {
  it.each([
    [
      'Wiki.example.com',
      ['https://wiki.EXAMPLE.com/a', 'http://wiki.example.com:80/'],
      [
        'https://wiki.example.com:8443/',
        'https://a.wiki.example.com/',
        'https://wiki.example.com.evil.test/',
        'https://wiki.example.com@evil.test/',
        'https://ada@wiki.example.com/',
        'https://:s3cret@wiki.example.com/',
        'ftp://wiki.example.com/',
      ],
    ],
    [
      '*.example.com',
      ['https://a.example.com/', 'https://a.b.example.com/'],
      [
        'https://example.com/',
        'https://evilexample.com/',
        'https://a.example.com:8443/',
      ],
    ],
    [
      'git.example.com:443',
      ['https://git.example.com/'],
      ['http://git.example.com/', 'https://git.example.com:8443/'],
    ],
    ['127.0.0.1', ['http://2130706433/'], ['http://127.0.0.2/']],
  ])('%s allows what it names only', (pattern, yes, no) => {
    expect(allowed(pattern, [...yes, ...no])).toEqual(yes);
  });

  it.each([
    '',
    '*',
    '*.',
    '*.com',
    '*.0.0.1',
    'a.*.example.com',
    '*example.com',
    'https://example.com',
    'example.com/wiki',
    'example.com.',
    'example.com:0',
    'example.com:65536',
    'ada@example.com',
    ' example.com',
    'größe.example.com',
    '[::1]',
  ])("refuses '%s'", pattern => {
    expect(() => AllowedHosts.of(['wiki.example.com', pattern])).toThrow(
      `'${pattern}' `,
    );
  });
});
