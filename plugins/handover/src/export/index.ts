export { ExportMenu, type ExportMenuProps } from './ExportMenu';
export { exportMessages } from './messages';
