import { createBackend } from '@backstage/backend-defaults';
import demoPlugin, {
  handoverModuleDemoAlertmanager,
  handoverModuleDemoJenkins,
  handoverModuleDemoPagerDuty,
  handoverModuleDemoPrometheus,
  kubernetesModuleDemo,
} from '@backstage-handover/plugin-demo-backend';
import { authModuleExampleUsers } from './exampleUsers/module';
import {
  catalogModuleLocalServices,
  scaffolderModuleLocalServices,
} from './localServices/modules';
import { permissionModuleRoles } from './permissions/module';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(authModuleExampleUsers);

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(
  import('@backstage-handover/plugin-catalog-backend-module-handover'),
);

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-kubernetes-backend'));

backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(permissionModuleRoles);

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitlab'));
backend.add(
  import('@backstage-handover/plugin-scaffolder-backend-module-handover'),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(
  import('@backstage-handover/plugin-search-backend-module-handover'),
);

backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@backstage-handover/plugin-handover-backend'));
backend.add(
  import('@backstage-handover/plugin-handover-backend-module-alertmanager'),
);
backend.add(
  import('@backstage-handover/plugin-handover-backend-module-argocd'),
);
backend.add(
  import('@backstage-handover/plugin-handover-backend-module-github-actions'),
);
backend.add(
  import('@backstage-handover/plugin-handover-backend-module-gitlab'),
);
backend.add(
  import('@backstage-handover/plugin-handover-backend-module-grafana-oncall'),
);
backend.add(
  import('@backstage-handover/plugin-handover-backend-module-jenkins'),
);
backend.add(
  import('@backstage-handover/plugin-handover-backend-module-opsgenie'),
);
backend.add(
  import('@backstage-handover/plugin-handover-backend-module-pagerduty'),
);
backend.add(
  import('@backstage-handover/plugin-handover-backend-module-prometheus'),
);

// New services without an account at a host of repositories.
backend.add(catalogModuleLocalServices);
backend.add(scaffolderModuleLocalServices);

// What there is to look at where no cluster is at hand: `demo.enabled`.
backend.add(demoPlugin);
backend.add(kubernetesModuleDemo);
backend.add(handoverModuleDemoAlertmanager);
backend.add(handoverModuleDemoJenkins);
backend.add(handoverModuleDemoPagerDuty);
backend.add(handoverModuleDemoPrometheus);

backend.start();
