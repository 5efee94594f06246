import type { Problem } from '@backstage-handover/plugin-handover-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { sourceLink, useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  theme => ({
    root: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) },
    path: { fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace' },
  }),
  { name: 'HandoverProblemList' },
);

/**
 * The problems of a document, each with its line and a link to the file if it
 * has a URL.
 */
export function ProblemList({
  problems,
  location,
}: {
  problems: readonly Problem[];
  location?: string;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <ul className={classes.root}>
      {problems.map(({ path, line, column, message }, index) => {
        const place =
          line === undefined
            ? undefined
            : t('tab.problems.place', {
                line: `${line}`,
                column: `${column ?? 1}`,
              });
        const href = sourceLink(location, line);
        return (
          <li key={index}>
            {place && (
              <strong>{href ? <Link to={href}>{place}</Link> : place}</strong>
            )}
            {place && ' '}
            {path && <span className={classes.path}>{path}</span>}
            {path && ' '}
            {message}
          </li>
        );
      })}
    </ul>
  );
}
