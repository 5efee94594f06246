import type { ScorecardLevel } from './schema';

/**
 * What a badge shows.
 *
 * @alpha
 */
export type BadgeContent = {
  /** Title of the scorecard. */
  title: string;
  /** None below the lowest. */
  level?: Pick<ScorecardLevel, 'title' | 'color'>;
  /** Whether the level is only the last known one. */
  held: boolean;
  /** Whether there is a result at all. */
  evaluated: boolean;
};

const LABEL_COLOR = '#404040';
const DEFAULT_COLOR = '#6b6b6b';
/** Code points of a text, so that no title makes a badge endless. */
const MAX_CODE_POINTS = 60;
const PADDING = 6;

/**
 * A badge as SVG: the scorecard, and the level in its color. The words say all
 * that the color says.
 *
 * @alpha
 */
export function badgeSvg(content: BadgeContent): string {
  const title = shortened(content.title);
  // The remark that a level is the last known one is never cut off.
  const level = `${shortened(levelText(content))}${
    content.evaluated && content.held ? ' (last known)' : ''
  }`;
  const color = colorOf(content);
  const left = widthOf(title) + 2 * PADDING;
  const right = widthOf(level) + 2 * PADDING;
  const name = escaped(`${title}: ${level}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${
      left + right
    }" height="20" role="img" aria-label="${name}">`,
    `<title>${name}</title>`,
    `<rect width="${left}" height="20" fill="${LABEL_COLOR}"/>`,
    `<rect x="${left}" width="${right}" height="20" fill="${color}"/>`,
    '<g font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">',
    textAt(0, title, LABEL_COLOR),
    textAt(left, level, color),
    '</g></svg>',
  ].join('');
}

function textAt(x: number, text: string, background: string): string {
  return `<text x="${x + PADDING}" y="14" textLength="${widthOf(
    text,
  )}" fill="${readableOn(background)}">${escaped(text)}</text>`;
}

function levelText({ level, evaluated }: BadgeContent): string {
  return evaluated ? level?.title ?? 'No level yet' : 'Not evaluated';
}

function colorOf({ level, evaluated }: BadgeContent): string {
  const color = evaluated ? level?.color : undefined;
  return color && /^#[0-9a-f]{6}$/i.test(color) ? color : DEFAULT_COLOR;
}

function shortened(text: string): string {
  const points = [...text];
  return points.length > MAX_CODE_POINTS
    ? `${points.slice(0, MAX_CODE_POINTS - 1).join('')}…`
    : text;
}

/** About how wide a text is in pixels. `textLength` makes it fit exactly. */
function widthOf(text: string): number {
  const widths = [...text].map(point => {
    if (point > '\u2e7f') {
      return 12;
    }
    return /[ .,:;'|!()[\]ijlft1I]/.test(point) ? 4.5 : 7;
  });
  return Math.ceil(widths.reduce((sum, width) => sum + width, 0));
}

/** Black or white, whichever has more contrast: at least 4.5 to 1 on every color. */
function readableOn(background: string): string {
  const [red, green, blue] = [1, 3, 5].map(start => {
    const share = parseInt(background.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.179 ? '#000000' : '#ffffff';
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** As text or attribute of XML, which has no control characters or half surrogates. */
function escaped(text: string): string {
  return text
    .replace(
      /[^\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,
      '\ufffd',
    )
    .replace(/[&<>"']/g, character => ENTITIES[character]);
}
