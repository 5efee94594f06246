import {
  handoverOnCallPagePermission,
  type OnCall,
  type OnCallItem,
  type OnCallPageTarget,
} from '@backstage-handover/plugin-handover-common';
import { usePermission } from '@backstage/plugin-permission-react';
import { makeStyles } from '@material-ui/core/styles';
import { Button, useHandoverTranslation } from '../../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      // Small, so that the strip keeps its height, and large enough to be hit.
      minWidth: 40,
      minHeight: 24,
      padding: theme.spacing(0, 0.5),
      fontSize: '0.75rem',
      textTransform: 'none',
      lineHeight: 1.5,
      '@media print': { display: 'none' },
    },
  }),
  { name: 'HandoverPageButton' },
);

/** What a page is about, as the viewer saw it when they opened the dialog. */
export type Paging = {
  item: OnCallItem;
  target: OnCallPageTarget;
  /** Display name of the on-call system. */
  title: string;
};

export type PageButtonProps = {
  entityRef: string;
  item: OnCallItem;
  /** Everything that is known, of which `item` is a part. */
  onCall: OnCall;
  /** The dialog belongs to what stays, also if the system can no longer be read. */
  onOpen: (paging: Paging) => void;
};

/** Opens the dialog that pages whoever is on call. Nothing if the system can't, or the viewer may not. */
export function PageButton(props: PageButtonProps) {
  const { canPage } = props.item;
  return canPage ? <PermittedButton {...props} target={canPage} /> : null;
}

/** Only hides what would be refused: the backend decides. */
function PermittedButton(
  props: PageButtonProps & { target: OnCallPageTarget },
) {
  const { entityRef, item, onCall, target, onOpen } = props;
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { allowed } = usePermission({
    permission: handoverOnCallPagePermission,
    resourceRef: entityRef,
  });
  if (!allowed) {
    return null;
  }
  const { items, providers } = onCall;
  const title =
    providers.find(({ id }) => id === item.provider)?.title ?? item.provider;
  // Beside another button, "Page" alone doesn't say which system it is for.
  const isOnly = items.filter(({ canPage }) => canPage).length === 1;
  const words = { name: target.name, title };
  return (
    <Button
      size="small"
      variant="outlined"
      className={classes.root}
      aria-haspopup="dialog"
      aria-label={isOnly ? t('oncall.page.buttonOf', words) : undefined}
      onClick={() => onOpen({ item, target, title })}
    >
      {isOnly
        ? t('oncall.page.button')
        : t('oncall.page.buttonOfSystem', words)}
    </Button>
  );
}
