import type { SectionKey } from './sections';

/**
 * A field that a section needs in order to be covered.
 *
 * `path` is relative to the section. `items[].fix` means: the list is not empty
 * and each of its elements has a `fix`. It counts as one field however long the
 * list is, so that describing one more failure never makes a document look worse
 * than leaving it out.
 */
export type RequiredField = {
  path: string;
  /** Why it matters to whoever takes the service over, in one sentence. */
  why: string;
};

/** The required fields of every section. Coverage is counted over exactly these. */
export const REQUIRED_FIELDS: Record<SectionKey, readonly RequiredField[]> = {
  overview: [
    {
      path: 'purpose',
      why: 'Without knowing what the service is for, nobody can tell whether what it does is right.',
    },
    {
      path: 'users',
      why: 'The people who depend on it must be told when it is down, and asked before it changes.',
    },
    {
      path: 'criticality',
      why: 'It decides whether to wake someone at night or to wait for the morning.',
    },
    {
      path: 'impact',
      why: 'What an outage costs tells how much risk a quick fix may take.',
    },
  ],
  environments: [
    {
      path: 'items',
      why: 'A command that is safe in one place can be an outage in another: one must know which places exist.',
    },
    {
      path: 'items[].name',
      why: 'An environment without a name cannot be referred to by a window, a trigger or a colleague.',
    },
  ],
  architecture: [
    {
      path: 'links',
      why: 'A diagram shows in a minute which part to look at, and the code takes an hour to say the same.',
    },
    {
      path: 'verifiedBy',
      why: 'A diagram nobody has checked may describe a system that no longer exists.',
    },
  ],
  notes: [
    {
      path: 'items',
      why: 'What only the former owner knows is lost on the day they leave, unless it is written here.',
    },
  ],
  dayOne: [
    {
      path: 'access',
      why: 'Access takes days to be granted, and an incident does not wait for it.',
    },
    {
      path: 'safeActions',
      why: 'It lets a new owner learn by doing, without fear of breaking something.',
    },
    {
      path: 'forbiddenActions',
      why: 'The first mistakes are made by those who were never told what to leave alone.',
    },
  ],
  deployment: [
    {
      path: 'steps',
      why: 'A fix helps nobody until someone knows how to bring it to production.',
    },
    {
      path: 'pipeline',
      why: 'It is the first place to look when a deployment hangs or fails.',
    },
    {
      path: 'trigger',
      why: 'One must know beforehand whether a merge alone reaches production.',
    },
    {
      path: 'preChecks',
      why: 'They keep a deployment from making a bad situation worse.',
    },
    {
      path: 'postChecks',
      why: 'They tell a deployment that worked from one that merely ended.',
    },
  ],
  rollback: [
    {
      path: 'triggers',
      why: 'Agreed signs for going back spare the debate while users wait.',
    },
    {
      path: 'steps',
      why: 'Nobody should have to invent the way back during an outage.',
    },
    {
      path: 'risk',
      why: 'A rollback can do damage of its own, and whoever decides must weigh it.',
    },
    {
      path: 'expectedDuration',
      why: 'It says how long to wait before a rollback must be taken as failed.',
    },
    {
      path: 'approvers',
      why: 'Minutes are lost when nobody knows who may say yes.',
    },
  ],
  failures: [
    {
      path: 'items',
      why: 'What has broken before will break again, and the next person need not find the cure anew.',
    },
    {
      path: 'items[].symptom',
      why: 'The symptom is all one sees at first; without it the entry cannot be found.',
    },
    {
      path: 'items[].cause',
      why: 'The cause tells this failure from another that looks the same.',
    },
    {
      path: 'items[].fix',
      why: 'A known failure without its fix only says that someone else has suffered too.',
    },
  ],
  windows: [
    {
      path: 'items',
      why: 'A harmless change at month end or during peak sales can be the costliest of the year.',
    },
  ],
  dangerZones: [
    {
      path: 'items',
      why: 'Some things cannot be undone, and they rarely look dangerous.',
    },
    {
      path: 'items[].what',
      why: 'One cannot keep away from something that is not named.',
    },
    {
      path: 'items[].why',
      why: 'A warning without its reason is ignored as soon as there is pressure.',
    },
    {
      path: 'items[].approval',
      why: 'When it must be done after all, one needs to know whose word is enough.',
    },
  ],
  escalation: [
    {
      path: 'levels',
      why: 'Nobody should be alone with an outage they cannot solve.',
    },
    {
      path: 'levels[].who',
      why: 'A level of escalation without a person or a rota leads nowhere.',
    },
    {
      path: 'levels[].how',
      why: 'A name without a phone number or a channel does not help at three in the morning.',
    },
  ],
  resilience: [],
  firstThirtyDays: [
    {
      path: 'stages',
      why: 'Ownership grows in steps; without a plan it is assumed on the first day or never.',
    },
    {
      path: 'stages[].goal',
      why: 'A stage without a goal has no end that both sides can agree on.',
    },
  ],
  responsibilities: [
    {
      path: 'tasks',
      why: 'Work that is under way stops without a sound when its owner leaves.',
    },
    {
      path: 'tasks[].title',
      why: 'A task that is not named cannot be taken over.',
    },
  ],
  completion: [
    {
      path: 'statements',
      why: 'A handover is over when the receiver confirms what they can do, not when the talks end.',
    },
  ],
};
