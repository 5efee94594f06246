import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import ChatIcon from '@material-ui/icons/ChatBubbleOutline';
import MailIcon from '@material-ui/icons/MailOutline';
import { FieldLink, useHandoverTranslation } from '../components';
import { contactsOf } from './contacts';
import { useOwners } from './useOwners';

const useStyles = makeStyles(
  theme => ({
    // As high as its line, and wide enough for a finger.
    link: {
      '& a': {
        display: 'inline-flex',
        justifyContent: 'center',
        verticalAlign: 'middle',
        minWidth: 28,
        height: 24,
        margin: theme.spacing(-0.25, 0),
        alignItems: 'center',
      },
      '& svg': { fontSize: '1.125rem' },
    },
  }),
  { name: 'HandoverOwnerContacts' },
);

/** E-mail and chat of the owners: whom to ask where no on-call system applies. */
export function OwnerContacts({ owners }: { owners: string[] }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useOwners(owners);
  if (reading.status === 'failed') {
    return <>{t('tab.glance.contactUnread')}</>;
  }
  if (reading.status === 'loading') {
    return null;
  }
  return (
    <>
      {reading.data.flatMap((owner: Entity) =>
        contactsOf(owner).map(({ kind, name, url }) => (
          <span
            key={`${stringifyEntityRef(owner)} ${url}`}
            className={classes.link}
            title={name}
          >
            <FieldLink
              to={url}
              aria-label={
                kind === 'mail' ? t('tab.glance.mail', { address: name }) : name
              }
            >
              {kind === 'mail' ? (
                <MailIcon aria-hidden />
              ) : (
                <ChatIcon aria-hidden />
              )}
            </FieldLink>
          </span>
        )),
      )}
    </>
  );
}
