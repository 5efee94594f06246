import { useHandoverTranslation } from './useHandoverTranslation';

type Translate = ReturnType<typeof useHandoverTranslation>['t'];

/** A text of the plugin in the viewer's language, where an element is needed. */
export function HandoverText({
  children,
}: {
  children: (t: Translate) => string;
}) {
  const { t } = useHandoverTranslation();
  return <>{children(t)}</>;
}
