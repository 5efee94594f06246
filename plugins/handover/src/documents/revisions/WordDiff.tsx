import { diffWordsWithSpace } from 'diff';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => {
    const dark = theme.palette.type === 'dark';
    return {
      text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
      removed: {
        marginRight: 2,
        color: theme.palette.text.primary,
        backgroundColor: dark ? '#6b2320' : '#ffd7d5',
        textDecoration: 'line-through',
      },
      added: {
        color: theme.palette.text.primary,
        backgroundColor: dark ? '#1e5128' : '#ccffd8',
        textDecoration: 'underline',
      },
    };
  },
  { name: 'HandoverWordDiff' },
);

/** Both texts in one: what went is struck through, what came is underlined. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const classes = useStyles();
  return (
    <div className={classes.text}>
      {diffWordsWithSpace(before, after).map((part, index) => {
        if (part.removed) {
          return (
            <del key={index} className={classes.removed}>
              {part.value}
            </del>
          );
        }
        return part.added ? (
          <ins key={index} className={classes.added}>
            {part.value}
          </ins>
        ) : (
          <span key={index}>{part.value}</span>
        );
      })}
    </div>
  );
}
