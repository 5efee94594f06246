import '@testing-library/jest-dom';
import { configure } from '@testing-library/dom';

// Lazily loaded parts are compiled when a test first asks for them.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

// jsdom lays nothing out, so nothing is ever resized.
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
