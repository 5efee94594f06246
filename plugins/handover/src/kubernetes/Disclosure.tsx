import { makeStyles } from '@material-ui/core/styles';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../components';

const useStyles = makeStyles(
  {
    // Below all buttons of the row, not between them.
    body: { order: 1, flexBasis: '100%', minWidth: 0 },
  },
  { name: 'HandoverDisclosure' },
);

/** One of a row of buttons, each of which shows something below the row. */
export function Disclosure({
  show,
  hide,
  children,
}: {
  /** What the button says while its content is hidden. */
  show: string;
  /** What it says otherwise. */
  hide: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? hide : show}
      </Button>
      {isOpen && (
        <div id={id} className={classes.body}>
          {children}
        </div>
      )}
    </>
  );
}
