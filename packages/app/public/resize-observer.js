// A ResizeObserver that cannot deliver everything within one frame delivers the
// rest in the next, and browsers report that as an error. Nothing is lost. In
// development it would cover the page with an error overlay, so it stops here,
// before the overlay's own listener is registered.
window.addEventListener('error', event => {
  if (/^ResizeObserver loop/.test(event.message)) {
    event.stopImmediatePropagation();
  }
});
