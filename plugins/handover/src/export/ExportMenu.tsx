import type { Entity } from '@backstage/catalog-model';

import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import ExportIcon from '@material-ui/icons/GetApp';
import { useState } from 'react';
import { Button, downloadFile, useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  { root: { '@media print': { display: 'none' } } },
  { name: 'HandoverExportMenu' },
);

const MENU_ID = 'handover-export-menu';

export type ExportMenuProps = {
  entity: Entity;
  document: HandoverDocument;
  /** The file as it was written; made from the document where absent. */
  yaml?: string;
};

/** Takes the handover elsewhere: Markdown, YAML, clipboard, paper. */
export function ExportMenu({ entity, document, yaml }: ExportMenuProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [outcome, setOutcome] = useState('');

  const choose = (action: () => Promise<string> | string) => async () => {
    setAnchor(undefined);
    try {
      setOutcome(await action());
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setOutcome(t('export.failed', { message }));
    }
  };
  const title = entity.metadata.title ?? entity.metadata.name;
  const markdown = async () => {
    const { toMarkdown } = await import('./formats');
    return toMarkdown(document, { title });
  };

  const items = [
    {
      label: t('export.downloadMarkdown'),
      onClick: choose(async () => {
        downloadFile({
          name: `${entity.metadata.name}-handover.md`,
          type: 'text/markdown',
          content: await markdown(),
        });
        return '';
      }),
    },
    {
      label: t('export.downloadYaml'),
      onClick: choose(async () => {
        const { serializeHandoverDocument } = await import('./formats');
        downloadFile({
          name: 'handover.yaml',
          type: 'application/yaml',
          content: yaml ?? serializeHandoverDocument(document),
        });
        return '';
      }),
    },
    {
      label: t('export.copyMarkdown'),
      onClick: choose(async () => {
        await navigator.clipboard.writeText(await markdown());
        return t('export.copied');
      }),
    },
    {
      label: t('export.print'),
      onClick: choose(() => {
        // The menu must be gone from the page before it is printed.
        setTimeout(() => window.print(), 0);
        return '';
      }),
    },
  ];
  return (
    <div className={classes.root}>
      <Button
        size="small"
        variant="outlined"
        startIcon={<ExportIcon />}
        aria-haspopup="menu"
        aria-controls={anchor ? MENU_ID : undefined}
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('export.open')}
      </Button>
      <Menu
        id={MENU_ID}
        anchorEl={anchor}
        open={Boolean(anchor)}
        transitionDuration={0}
        onClose={() => setAnchor(undefined)}
      >
        {items.map(({ label, onClick }) => (
          <MenuItem key={label} onClick={onClick}>
            {label}
          </MenuItem>
        ))}
      </Menu>
      <span role="status">{outcome}</span>
    </div>
  );
}
