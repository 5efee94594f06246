export { handoverApi } from './apis';
export { handoverEntityCard } from './entityCards';
export { handoverEntityContent } from './entityContents';
