import type { InitiativeDefinition } from '@backstage-handover/plugin-handover-common';
import type { useHandoverTranslation } from '../../components';

type Scope = NonNullable<InitiativeDefinition['scope']>;
type Fields = Omit<Scope, 'except'>;
type Translate = ReturnType<typeof useHandoverTranslation>['t'];

/** In the order in which they are named. */
const FIELDS = [
  'kind',
  'type',
  'lifecycle',
  'system',
  'domain',
  'owner',
  'tier',
  'tags',
] as const;

/** Each condition of a scope in words, "owner shop, search". None for every entity. */
export function scopeWords(
  { except = [], ...fields }: Scope,
  t: Translate,
): string[] {
  return [
    ...fieldWords(fields, t),
    ...except.map(each =>
      t('initiatives.scope.except', { values: fieldWords(each, t).join('; ') }),
    ),
  ];
}

function fieldWords(fields: Fields, t: Translate): string[] {
  const { labels = {} } = fields;
  return [
    ...FIELDS.flatMap(name => {
      const values = fields[name];
      return values?.length
        ? [
            t(`initiatives.scope.${name}`, {
              values: values.map(shortName).join(', '),
            }),
          ]
        : [];
    }),
    ...Object.entries(labels).map(([key, values]) =>
      t('initiatives.scope.labels', {
        values: `${key}=${values.join('|')}`,
      }),
    ),
  ];
}

/** `group:default/shop` as "shop"; other namespaces are kept. */
function shortName(value: string | number): string {
  return String(value).replace(/^[^:]+:(default\/)?/, '');
}
