import type { Entity } from '@backstage/catalog-model';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import DownloadIcon from '@material-ui/icons/GetApp';
import { useMemo } from 'react';
import {
  Button,
  CopyableCommand,
  CopyButton,
  downloadFile,
  ItemList,
  Markdown,
  useHandoverTranslation,
} from '../components';
import { DraftLink } from './DraftLink';
import { handoverTemplate } from './handoverTemplate';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(2.5),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1.5) },
    },
    intro: { maxWidth: '75ch' },
    title: { margin: theme.spacing(0, 0, 1), fontSize: '1.375rem' },
    bar: {
      display: 'flex',
      alignItems: 'center',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(2, 0, 1),
    },
    file: { margin: 0, marginRight: 'auto', fontSize: '1.0625rem' },
    code: {
      maxHeight: 520,
      margin: 0,
      padding: theme.spacing(1.5, 2),
      overflow: 'auto',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
      fontSize: '0.8125rem',
      lineHeight: 1.5,
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
  }),
  { name: 'HandoverEmpty' },
);

const ANNOTATION = `metadata:
  annotations:
    handover.dev/ref: ./handover.yaml`;

/** Says what a handover is, and offers one to begin with. */
export function EmptyState({ entity }: { entity: Entity }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const yaml = useMemo(() => handoverTemplate(entity), [entity]);
  const file = t('tab.empty.file', {
    name: entity.metadata.title ?? entity.metadata.name,
  });

  const download = () =>
    downloadFile({
      name: 'handover.yaml',
      type: 'application/yaml',
      content: yaml,
    });

  return (
    <Paper className={classes.root}>
      <h2 id="write" className={classes.title}>
        {t('tab.empty.write')}
      </h2>
      <div className={classes.intro}>
        <Markdown content={t('tab.empty.explanation')} />
        <DraftLink entity={entity} explained />
        <ItemList
          ordered
          items={[
            t('tab.empty.stepCopy'),
            <>
              <Markdown content={t('tab.empty.stepPlace')} />
              <CopyableCommand command={ANNOTATION} />
            </>,
            t('tab.empty.stepMerge'),
          ]}
        />
      </div>
      <div className={classes.bar}>
        <h3 className={classes.file}>{file}</h3>
        <CopyButton text={yaml} label={t('tab.empty.copyFile')} />
        <Button
          variant="contained"
          color="primary"
          startIcon={<DownloadIcon aria-hidden />}
          onClick={download}
        >
          {t('tab.empty.download')}
        </Button>
      </div>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes.code} tabIndex={0} aria-label={file}>
        <code>{yaml}</code>
      </pre>
    </Paper>
  );
}
