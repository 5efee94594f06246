import { toHtml } from './html';

it('follows only links with known schemes', () => {
  const dangerous = [
    ['java', 'script:alert(1)'].join(''),
    ['JAVA', 'SCRIPT:alert(1)'].join(''),
    ['java', '&#115;cript:alert(1)'].join(''),
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'slack://x',
    '//example.com/x',
  ];
  for (const url of dangerous) {
    const page = toHtml(`[a](${url}) ![b](${url}) <${url}>\n\n[c]: ${url}`);
    expect(page).not.toMatch(/href=(?!"#)|<img/);
  }
  for (const url of [
    'https://example.com/?a=1',
    'mailto:a@b.example',
    '#rollback',
  ]) {
    expect(toHtml(`[a](${url})`)).toContain(`<a href="${url}">a</a>`);
  }
});

it('takes more schemes, as names and not as patterns', () => {
  const schemes = ['slack', 'git+ssh', 'x|java.*'];
  const page = (url: string) => toHtml(`[a](${url})`, { schemes });
  expect(page('slack://x')).toContain('href="slack://x"');
  expect(page('git+ssh://x')).toContain('href="git+ssh://x"');
  expect(page('gittssh://x')).not.toContain('href=');
  expect(page(['java', 'script:x'].join(''))).not.toContain('href=');
});

it('links to pictures, which would have to be fetched', () => {
  expect(toHtml('![the <map>](https://example.com/a.png)')).toContain(
    '<a href="https://example.com/a.png">the &lt;map&gt;</a>',
  );
});
