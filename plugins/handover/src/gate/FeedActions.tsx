import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { makeStyles } from '@material-ui/core/styles';
import DownloadIcon from '@material-ui/icons/GetApp';
import LinkIcon from '@material-ui/icons/Link';
import { useState } from 'react';
import { handoverApiRef } from '../api';
import { Button, downloadFile, useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      '@media print': { display: 'none' },
    },
  }),
  { name: 'HandoverFeedActions' },
);

/** Takes the windows to a calendar program. */
export function FeedActions({ entityRef }: { entityRef: string }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const api = useApi(handoverApiRef);
  const { fetch } = useApi(fetchApiRef);
  const [outcome, setOutcome] = useState('');

  const attempt = (action: () => Promise<string>) => async () => {
    try {
      setOutcome(await action());
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setOutcome(t('gate.windows.feedFailed', { message }));
    }
  };

  // The feed needs the viewer's token, which a plain link would not carry.
  const download = attempt(async () => {
    const response = await fetch(await api.gate.getCalendarUrl(entityRef));
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    downloadFile({
      name: `${parseEntityRef(entityRef).name}.ics`,
      type: 'text/calendar',
      content: await response.text(),
    });
    return '';
  });

  const copy = attempt(async () => {
    await navigator.clipboard.writeText(
      await api.gate.getCalendarUrl(entityRef),
    );
    return t('gate.windows.feedCopied');
  });

  return (
    <div className={classes.root}>
      <Button size="small" startIcon={<DownloadIcon />} onClick={download}>
        {t('gate.windows.download')}
      </Button>
      <Button size="small" startIcon={<LinkIcon />} onClick={copy}>
        {t('gate.windows.copyFeed')}
      </Button>
      <span role="status">{outcome}</span>
    </div>
  );
}
