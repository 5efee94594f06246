import { badgeSvg, type BadgeContent } from './badgeSvg';

const svgOf = (content: Partial<BadgeContent>) =>
  new DOMParser().parseFromString(
    badgeSvg({
      title: 'Handover ready',
      level: { title: 'Silver', color: '#c0c0c0' },
      held: false,
      evaluated: true,
      ...content,
    }),
    'image/svg+xml',
  );
const nameOf = (content: Partial<BadgeContent>) =>
  svgOf(content).querySelector('title')?.textContent;

describe('badgeSvg', () => {
  it('names the level, and whether it is certain', () => {
    expect(nameOf({})).toBe('Handover ready: Silver');
    expect(nameOf({ held: true })).toBe('Handover ready: Silver (last known)');
    expect(nameOf({ level: undefined })).toBe('Handover ready: No level yet');
    expect(nameOf({ held: true, evaluated: false })).toBe(
      'Handover ready: Not evaluated',
    );
  });

  it('stays well-formed and short whatever a title holds', () => {
    const title = `</title><script>alert('1')</script>&"\0\ud800${'x'.repeat(
      100,
    )}`;
    const svg = svgOf({ title, level: { title }, held: true });
    expect(svg.querySelector('parsererror, script')).toBeNull();
    const texts = [...svg.querySelectorAll('text')].map(
      each => each.textContent,
    );
    expect(texts[0]).toMatch(
      /^<\/title><script>alert\('1'\)<\/script>&"\ufffd\ufffdx+…$/,
    );
    expect([...texts[0]!]).toHaveLength(60);
    expect(texts[1]).toBe(`${texts[0]} (last known)`);
    expect(svg.documentElement.getAttribute('aria-label')).toBe(
      `${texts[0]}: ${texts[1]}`,
    );
  });

  it.each(['#000000', '#ffffff', '#777777', '#d62728', '#f0c080', '#1f4fb4'])(
    'has readable text on %s',
    color => {
      const [, rect] = svgOf({ level: { title: 'x', color } }).querySelectorAll(
        'rect',
      );
      expect(rect.getAttribute('fill')).toBe(color);
      const [, text] = svgOf({ level: { title: 'x', color } }).querySelectorAll(
        'text',
      );
      expect(contrast(text.getAttribute('fill')!, color)).toBeGreaterThan(4.5);
    },
  );

  it('ignores what is no color', () => {
    const [, rect] = svgOf({
      level: { title: 'x', color: 'url(https://example.com)' },
    }).querySelectorAll('rect');
    expect(rect.getAttribute('fill')).toBe('#6b6b6b');
  });
});

/** As WCAG 2 defines it. */
function contrast(a: string, b: string): number {
  const [dark, light] = [a, b].map(luminance).sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [r, g, b] = color.match(/\w\w/g)!.map(hex => {
    const share = parseInt(hex, 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
