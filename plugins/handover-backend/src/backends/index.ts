export { BoundedCache } from './BoundedCache';
export { BoundedCatalog, type Catalog } from './BoundedCatalog';
export { BoundedPermissions } from './BoundedPermissions';
export { type BackendsConfig, readBackendsConfig } from './config';
