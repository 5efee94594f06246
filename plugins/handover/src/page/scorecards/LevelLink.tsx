import { Link } from '@backstage/core-components';
import { useHandoverTranslation, useLanguage } from '../../components';
import { formatCount } from '../formats';

/** How many services have a level, which leads to their list. */
export function LevelLink({
  count,
  level,
  href,
}: {
  count: number;
  level: string;
  /** Absent where there is no list. */
  href: string | undefined;
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const text = formatCount(count, language);
  return count === 0 || href === undefined ? (
    <>{text}</>
  ) : (
    <Link
      // A number alone does not look like a link.
      underline="always"
      to={href}
      aria-label={t('page.scorecards.showLevel', { count, level })}
    >
      {text}
    </Link>
  );
}
