import type { Draft } from '../draftDocument';

/** Everything that a draft says, one sentence a statement. */
export function statementsOf({ document, unknown }: Draft): string[] {
  const { overview, environments, architecture, deployment, rollback } =
    document;
  const { failures, escalation, notes } = document;
  const labelled = (label: string, values: readonly unknown[] = []) =>
    values.map(value => `${label}: ${value}`);
  return [
    ...labelled('purpose', overview?.purpose ? [overview.purpose] : []),
    ...labelled('technology', environments?.technologies),
    ...(environments?.items ?? []).flatMap(({ name, ...values }) => [
      `environment ${name}`,
      ...Object.entries(values).map(
        ([key, value]) => `environment ${name} ${key} ${value}`,
      ),
    ]),
    ...Object.entries(deployment?.trigger ?? {}).map(
      ([name, kind]) => `trigger ${name} ${kind}`,
    ),
    ...labelled('pipeline', deployment?.pipeline ? [deployment.pipeline] : []),
    ...labelled(
      'repository',
      deployment?.repository ? [deployment.repository] : [],
    ),
    ...labelled('strategy', deployment?.strategy ? [deployment.strategy] : []),
    ...labelled(
      'step',
      deployment?.steps?.map(each => each.do),
    ),
    ...labelled('check before', deployment?.preChecks),
    ...labelled('check after', deployment?.postChecks),
    ...labelled(
      'dependency',
      architecture?.dependencies?.map(each => each.name ?? each.entityRef),
    ),
    ...labelled(
      'link',
      architecture?.links?.map(each => each.url),
    ),
    ...labelled(
      'rollback',
      rollback?.steps?.map(each => each.do),
    ),
    ...labelled(
      'failure',
      failures?.items?.map(each => each.symptom),
    ),
    ...labelled(
      'note',
      notes?.items?.map(each => each.text),
    ),
    ...(escalation?.contactFor ?? []).map(
      ({ topic, who }) => `ask ${who} about ${topic}`,
    ),
    ...unknown.map(({ from }) => `unknown ${from}`),
  ];
}
