import type { HandoverSearchDocument } from '@backstage-handover/plugin-handover-common';
import { Link } from '@backstage/core-components';
import type {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { ReactNode } from 'react';
import { useHandoverTranslation, VisuallyHidden } from '../components';
import { highlightedExcerpt } from './highlightedExcerpt';

const useStyles = makeStyles(
  theme => ({
    section: {
      display: 'block',
      fontSize: '0.875rem',
      fontWeight: 'normal',
    },
    stale: {
      marginLeft: theme.spacing(1.5),
      fontSize: '0.875rem',
      fontWeight: 'normal',
      whiteSpace: 'nowrap',
    },
    excerpt: {
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 4,
      overflow: 'hidden',
      overflowWrap: 'anywhere',
      whiteSpace: 'pre-line',
    },
  }),
  { name: 'HandoverSearchResultItem' },
);

export type HandoverSearchResultItemProps = {
  /** Of the type `handover`. */
  result?: SearchDocument;
  highlight?: ResultHighlight;
  icon?: ReactNode;
  rank?: number;
};

/**
 * A section of a handover that was found: the service first, as results of one
 * service are told apart by their sections, and what it says there.
 */
export function HandoverSearchResultItem(props: HandoverSearchResultItemProps) {
  const { result, highlight, icon } = props;
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  if (!result) {
    return null;
  }
  const { section, entityTitle, text, location, stale } =
    result as HandoverSearchDocument;
  return (
    <>
      {icon && <ListItemIcon>{icon}</ListItemIcon>}
      <ListItemText
        primaryTypographyProps={{ variant: 'h6' }}
        primary={
          <>
            <Link noTrack to={location}>
              {entityTitle}
              <VisuallyHidden>: </VisuallyHidden>
              <span className={classes.section}>
                {t(`document.sections.${section}`)}
              </span>
            </Link>
            {stale && (
              <span className={classes.stale}>
                <WarningIcon aria-hidden fontSize="inherit" />{' '}
                {t('search.stale')}
              </span>
            )}
          </>
        }
        secondaryTypographyProps={{ className: classes.excerpt }}
        secondary={
          highlight?.fields.text ? (
            <HighlightedSearchResultText
              text={highlightedExcerpt(highlight)}
              preTag={highlight.preTag}
              postTag={highlight.postTag}
            />
          ) : (
            text
          )
        }
      />
    </>
  );
}
