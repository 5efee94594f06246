import type { OnCallPerson } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    name: { fontWeight: 600 },
    link: { color: theme.palette.link, textDecoration: 'underline' },
  }),
  { name: 'HandoverOnCallPerson' },
);

/** A person on call, with a link that writes to them, or else to their page. */
export function Person({ person }: { person: OnCallPerson }) {
  const classes = useStyles();
  const { name, email, url } = person;
  // The backend only returns web links.
  const target = email ? toMailLink(email) : url;
  return target ? (
    <a className={`${classes.name} ${classes.link}`} href={target}>
      {name}
    </a>
  ) : (
    <span className={classes.name}>{name}</span>
  );
}

/** The link that writes to an address, which can hold `?` and `%`. */
function toMailLink(email: string): string {
  const at = email.lastIndexOf('@');
  return `mailto:${encodeURIComponent(email.slice(0, at))}@${encodeURIComponent(
    email.slice(at + 1),
  )}`;
}
