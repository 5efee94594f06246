/**
 * Loads everything that shows what runs. It is the only place that does: each
 * `import()` of the same file can make a bundle of its own.
 */
export const loadPanels = () => import('./lazyPanels');
