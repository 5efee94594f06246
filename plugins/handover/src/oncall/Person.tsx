import type { OnCallPerson } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { FieldLink } from '../components';

const useStyles = makeStyles(
  { name: { fontWeight: 600 } },
  { name: 'HandoverOnCallPerson' },
);

/** A person on call, with a link that writes to them, or else to their page. */
export function Person({ person }: { person: OnCallPerson }) {
  const classes = useStyles();
  const { name, email, url } = person;
  const target = email ? toMailLink(email) : url;
  return (
    <span className={classes.name}>
      {target ? <FieldLink to={target}>{name}</FieldLink> : name}
    </span>
  );
}

/** The link that writes to an address, which can hold `?` and `%`. */
function toMailLink(email: string): string {
  const at = email.lastIndexOf('@');
  return `mailto:${encodeURIComponent(email.slice(0, at))}@${encodeURIComponent(
    email.slice(at + 1),
  )}`;
}
