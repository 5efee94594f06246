import type { ReleasedService } from '../events/releases';
import { uidOf } from '../world/ids';

const WORKFLOW = 'org.jenkinsci.plugins.workflow';
const ROOT = 'https://jenkins.example.com';
const HOUR = 3_600_000;

/** The stages of a build, and how many minutes each takes. */
const STAGES: [name: string, minutes: number][] = [
  ['Checkout', 0.2],
  ['Build', 2.5],
  ['Unit tests', 3],
  ['Integration tests', 6],
  ['Image', 1.5],
  ['Scan', 1],
];
const MINUTES = STAGES.reduce((total, [, minutes]) => total + minutes, 0);

/** A build of a branch, before it is one of Jenkins. */
type Made = {
  number: number;
  commit: string;
  /** Since the epoch, in milliseconds. */
  startedAt: number;
  /** The stage that did not end well. */
  failsAt?: string;
  /** Who started it by hand. */
  startedBy?: string;
};

export type DemoStage = {
  id: string;
  name: string;
  status: string;
  startTimeMillis: number;
  durationMillis: number;
  pauseDurationMillis: number;
};

export type DemoBuild = {
  _class: string;
  number: number;
  url: string;
  result: string | null;
  building: boolean;
  timestamp: number;
  duration: number;
  actions: object[];
};

export type DemoBranch = {
  _class: string;
  name: string;
  fullName: string;
  /** The latest first. */
  builds: { build: DemoBuild; stages: DemoStage[] }[];
};

/** A multibranch project. */
export type DemoProject = {
  _class: string;
  name: string;
  fullName: string;
  branches: DemoBranch[];
};

/**
 * What Jenkins knows of a service at some moment: a build of `main` for each
 * release, some of which failed at first, and builds of a branch that somebody
 * works on right now.
 */
export function projectOf(
  service: ReleasedService,
  { began, now }: { began: Date; now: Date },
): DemoProject {
  const fullName = `${service.team}/${service.name}`;
  const branch = (name: string, made: Made[]): DemoBranch => ({
    _class: `${WORKFLOW}.job.WorkflowJob`,
    name: encodeURIComponent(name),
    fullName: `${fullName}/${encodeURIComponent(name)}`,
    builds: made
      .filter(({ startedAt }) => startedAt <= now.getTime())
      .sort((a, b) => b.startedAt - a.startedAt)
      .map(each => ({
        build: toBuild(each, { fullName, name, now }),
        stages: toStages(each, now),
      })),
  });
  return {
    _class: `${WORKFLOW}.multibranch.WorkflowMultiBranchProject`,
    name: service.name,
    fullName,
    branches: [
      branch('main', ofMain(service, began)),
      branch('feature/smaller-images', ofFeature(service, began, now)),
    ],
  };
}

function ofMain({ releases }: ReleasedService, began: Date): Made[] {
  let number = 300;
  return releases.flatMap(({ version, mergedAgo }, index): Made[] => {
    const startedAt = began.getTime() - mergedAgo * HOUR;
    const commit = commitOf(version);
    const fails = index % 3 === 1;
    return [
      ...(fails
        ? [
            {
              number: ++number,
              commit: commitOf(`${version}-first`),
              startedAt: startedAt - HOUR,
              failsAt: 'Integration tests',
            },
          ]
        : []),
      { number: ++number, commit, startedAt },
    ];
  });
}

/** Of the last hour: one begins every twenty minutes, and ends before the next. */
function ofFeature({ name }: ReleasedService, began: Date, now: Date): Made[] {
  const every = 20 * 60_000;
  const turns = Math.floor((now.getTime() - began.getTime()) / every);
  return [-2, -1, 0].map(back => ({
    number: 40 + turns + back,
    commit: commitOf(`${name}-feature-${turns + back}`),
    startedAt: began.getTime() + (turns + back) * every - 60_000,
    ...((turns + back) % 3 === 0 ? { startedBy: 'lena' } : {}),
  }));
}

function toBuild(
  made: Made,
  { fullName, name, now }: { fullName: string; name: string; now: Date },
): DemoBuild {
  const { number, startedAt, failsAt, startedBy } = made;
  const minutes = failsAt ? endOf(failsAt) : MINUTES;
  const isOver = startedAt + minutes * 60_000 <= now.getTime();
  const endedAs = failsAt ? 'FAILURE' : 'SUCCESS';
  const path = [...fullName.split('/'), name]
    // Jenkins encodes the name of a branch in the name of its job already.
    .map((part, index) =>
      index === 2
        ? encodeURIComponent(encodeURIComponent(part))
        : encodeURIComponent(part),
    )
    .join('/job/');
  return {
    _class: `${WORKFLOW}.job.WorkflowRun`,
    number,
    url: `${ROOT}/job/${path}/${number}/`,
    result: isOver ? endedAs : null,
    building: !isOver,
    timestamp: startedAt,
    duration: isOver ? minutes * 60_000 : 0,
    actions: [
      {
        _class: 'hudson.model.CauseAction',
        causes: [
          startedBy
            ? {
                _class: 'hudson.model.Cause$UserIdCause',
                shortDescription: `Started by user ${startedBy}`,
                userId: startedBy,
                userName: startedBy,
              }
            : {
                _class: 'jenkins.branch.BranchEventCause',
                shortDescription: `Push event to branch ${name}`,
              },
        ],
      },
      {},
      {
        _class: 'hudson.plugins.git.util.BuildData',
        lastBuiltRevision: { SHA1: made.commit, branch: [{ name }] },
      },
    ],
  };
}

/** As far as it came. */
function toStages({ startedAt, failsAt }: Made, now: Date): DemoStage[] {
  const stages: DemoStage[] = [];
  let start = startedAt;
  for (const [name, minutes] of STAGES) {
    if (start > now.getTime()) {
      break;
    }
    const end = start + minutes * 60_000;
    const isOver = end <= now.getTime();
    const fails = name === failsAt;
    const endedAs = fails ? 'FAILED' : 'SUCCESS';
    stages.push({
      id: `${6 + 5 * stages.length}`,
      name,
      status: isOver ? endedAs : 'IN_PROGRESS',
      startTimeMillis: start,
      durationMillis: Math.min(end, now.getTime()) - start,
      pauseDurationMillis: 0,
    });
    if (fails) {
      break;
    }
    start = end;
  }
  return stages;
}

/** Minutes until a stage ends. */
function endOf(stage: string): number {
  const index = STAGES.findIndex(([name]) => name === stage);
  return STAGES.slice(0, index + 1).reduce((sum, [, each]) => sum + each, 0);
}

function commitOf(...parts: string[]): string {
  // As pipelines tell of the release.
  return uidOf('commit', ...parts)
    .replaceAll('-', '')
    .slice(0, 40);
}
