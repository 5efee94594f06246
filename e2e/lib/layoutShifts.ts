import type { Page } from '@playwright/test';

declare global {
  interface Window {
    handoverLayoutShifts?: number;
  }
}

type LayoutShift = PerformanceEntry & {
  value: number;
  hadRecentInput: boolean;
};

/** Adds up every layout shift of the pages that are opened from now on. */
export async function watchLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.handoverLayoutShifts = 0;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        if (!entry.hadRecentInput) {
          window.handoverLayoutShifts! += entry.value;
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The sum of all layout shifts so far: stricter than the CLS of web vitals, which is the worst burst. */
export function layoutShifts(page: Page): Promise<number> {
  return page.evaluate(() => window.handoverLayoutShifts ?? NaN);
}
