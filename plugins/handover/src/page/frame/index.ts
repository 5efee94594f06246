export { Bar } from './Bar';
export { NotReady } from './NotReady';
export { Note } from './Note';
export { ViewContent } from './ViewContent';
export { ViewFrame } from './ViewFrame';
export { ViewPart } from './ViewPart';
