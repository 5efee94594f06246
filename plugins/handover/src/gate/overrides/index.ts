export { Overrides } from './Overrides';
export { RequestButton } from './RequestButton';
