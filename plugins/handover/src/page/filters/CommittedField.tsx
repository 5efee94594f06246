import TextField, { type TextFieldProps } from '@material-ui/core/TextField';
import { useEffect, useId, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

/** Until a text counts, after the last key. */
const DELAY_MS = 300;

export type CommittedFieldProps = {
  label: string;
  value: string;
  /** Called once a moment has passed since the last key. */
  onCommit: (value: string) => void;
  helperText?: string;
  type?: 'search' | 'number';
  inputProps?: TextFieldProps['inputProps'];
};

/** A field whose text is used as soon as nobody types any more. */
export function CommittedField({
  value,
  onCommit,
  ...rest
}: CommittedFieldProps) {
  const id = useId();
  const [text, setText] = useState(value);
  // What comes from elsewhere, such as the Back button, replaces the text.
  useEffect(() => setText(value), [value]);
  useDebounce(
    () => {
      if (text.trim() !== value) {
        onCommit(text.trim());
      }
    },
    DELAY_MS,
    [text],
  );
  return (
    <TextField
      {...rest}
      id={id}
      size="small"
      variant="outlined"
      InputLabelProps={{ shrink: true, style: { whiteSpace: 'nowrap' } }}
      value={text}
      onChange={event => setText(event.target.value)}
    />
  );
}
