import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { type FormEvent, type Ref, useId, useState } from 'react';
import { Button, useHandoverTranslation } from '../../components';
import { MAX_NAME, MAX_VIEWS, type SavedView } from './SavedView';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
    field: { flex: '1 1 200px' },
    // As tall as the field beside it.
    save: { minHeight: 40 },
  }),
  { name: 'HandoverSavedViewForm' },
);

/** Saves what is shown now under a name. */
export function SavedViewForm({
  views,
  inputRef,
  onSave,
}: {
  views: readonly SavedView[];
  inputRef: Ref<HTMLInputElement>;
  onSave: (name: string) => void;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const name = text.trim();
  const isReplaced = views.some(view => view.name === name);
  const isFull = views.length >= MAX_VIEWS && !isReplaced;
  const help = () => {
    if (isReplaced) {
      return t('page.saved.replaces');
    }
    return isFull
      ? t('page.saved.full', { limit: String(MAX_VIEWS) })
      : t('page.saved.nameHelp');
  };
  return (
    <form
      className={classes.root}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (name && !isFull) {
          onSave(name);
          setText('');
        }
      }}
    >
      <TextField
        id={id}
        className={classes.field}
        size="small"
        variant="outlined"
        label={t('page.saved.name')}
        helperText={help()}
        value={text}
        inputRef={inputRef}
        inputProps={{ maxLength: MAX_NAME }}
        InputLabelProps={{ shrink: true }}
        onChange={event => setText(event.target.value)}
      />
      <Button
        type="submit"
        variant="outlined"
        className={classes.save}
        disabled={!name || isFull}
      >
        {t('page.saved.save')}
      </Button>
    </form>
  );
}
