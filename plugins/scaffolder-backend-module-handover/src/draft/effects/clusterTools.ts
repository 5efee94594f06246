import type { Tool } from './types';

/** Tools that change what runs in Kubernetes and other orchestrators. */
export const CLUSTER_TOOLS: readonly Tool[] = [
  {
    program: /^(kubectl|oc)$/,
    inCluster: true,
    otherwise: 'none',
    rules: [
      { args: /^delete\b/, does: 'removes' },
      { args: /^apply (view|edit|set)-last/, does: 'none' },
      { args: /^(apply|replace)\b/, does: 'deploys' },
      {
        args: /^create$|^create [^ ]*[./]/,
        options: /(^| )(-f|-k|--filename|--kustomize)/,
        does: 'deploys',
      },
      { args: /^set image\b|^rollout (restart|latest)\b/, does: 'deploys' },
      {
        args: /^patch (deploy|deployments?|sts|statefulsets?|ds|daemonsets?)([./ ]|$)/,
        does: 'deploys',
      },
      { args: /^argo rollouts (set image|promote|restart)\b/, does: 'deploys' },
    ],
  },
  {
    program: /^helm[23]?$/,
    inCluster: true,
    otherwise: 'none',
    rules: [
      { args: /^(secrets )?(upgrade|install)\b/, does: 'deploys' },
      { args: /^(uninstall|delete|del|un)\b/, does: 'removes' },
      { args: /^(cm-)?push\b|^s3 push\b/, does: 'publishes', what: 'a chart' },
    ],
  },
  {
    program: /^(helmfile|helmsman|helmwave)$/,
    inCluster: true,
    otherwise: 'none',
    rules: [
      { args: /^(apply|sync|up)\b/, does: 'deploys' },
      { args: /^$/, options: /(^| )-{1,2}apply\b/, does: 'deploys' },
      { args: /^(destroy|delete|down)\b/, does: 'removes' },
    ],
  },
  {
    program: /^(skaffold|werf|kapp|kn|kluctl|devspace|tanka|tk|okteto)$/,
    inCluster: true,
    otherwise: 'none',
    rules: [
      {
        args: /^(run|deploy|converge|apply)\b|^(service|source) (apply|create|update)\b|^bundle apply\b/,
        does: 'deploys',
      },
      {
        args: /^(delete|dismiss|purge|destroy)\b|^\w+ delete\b/,
        does: 'removes',
      },
      { args: /^build\b/, does: 'none' },
    ],
  },
  {
    program: /^(argocd|flux)$/,
    otherwise: 'none',
    rules: [
      { args: /^app sync\b|^reconcile\b/, does: 'deploys' },
      { args: /^(app )?delete\b/, does: 'removes' },
    ],
  },
  {
    program: /^(nomad|nomad-pack|waypoint|levant)$/,
    otherwise: 'none',
    rules: [
      { args: /^(job run|run|up|deploy|release)\b/, does: 'deploys' },
      { args: /^(job )?(stop|destroy)\b/, does: 'removes' },
    ],
  },
  {
    program: /^(kind|minikube|k3d|k3s|microk8s|ctlptl)$/,
    otherwise: 'none',
    rules: [
      {
        args: /^(create|start|cluster create|server|install)\b/,
        does: 'local',
      },
    ],
  },
];
