// What shows who is on call, in one part that is loaded after the document.
export { OnCallCell } from './OnCallCell';
export { OnCallPanel } from './OnCallPanel';
