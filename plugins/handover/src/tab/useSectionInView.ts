import type { SectionKey } from '@backstage-handover/plugin-handover-common';
import { useEffect, useState } from 'react';

/** The line that a section must reach to be read, as a part of the window's height. */
const READING_LINE = 0.3;

/**
 * The section that one is in: the last one whose top has passed a line in the
 * upper part of the window. The line moves down with the end of the document,
 * so that the last sections, which can't be scrolled up to it, get their turn.
 *
 * @param complete - whether all sections are there
 */
export function useSectionInView(
  keys: readonly SectionKey[],
  complete: boolean,
): SectionKey | undefined {
  const [current, setCurrent] = useState<SectionKey>();
  useEffect(() => {
    let frame = 0;
    const measure = () => {
      frame = 0;
      setCurrent(sectionInView(keys));
    };
    const schedule = () => {
      frame = frame || requestAnimationFrame(measure);
    };
    schedule();
    // What scrolls is not the window but a part of the page.
    window.addEventListener('scroll', schedule, true);
    window.addEventListener('resize', schedule);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', schedule, true);
      window.removeEventListener('resize', schedule);
    };
  }, [keys, complete]);
  return current;
}

function sectionInView(keys: readonly SectionKey[]): SectionKey | undefined {
  const sections = keys.flatMap(key => {
    const rect = document.getElementById(key)?.getBoundingClientRect();
    return rect ? [{ key, top: rect.top, bottom: rect.bottom }] : [];
  });
  const last = sections.at(-1);
  if (!last) {
    return undefined;
  }
  const height = window.innerHeight;
  const below = Math.max(0, last.bottom - height);
  const line = Math.max(READING_LINE * height, height - below);
  return sections.findLast(({ top }) => top <= line)?.key;
}
