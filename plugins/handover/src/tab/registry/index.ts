export { BUILT_IN_CELLS, BUILT_IN_PANELS } from './builtIn';
export { composePanels, type PanelsByPlace } from './composePanels';
export { Panels } from './Panels';
export { applicable, register, type Registered } from './register';
export { Shown } from './Shown';
