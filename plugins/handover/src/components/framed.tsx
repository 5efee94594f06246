import { makeStyles } from '@material-ui/core/styles';
import { type ComponentType, type ElementType, forwardRef } from 'react';

const useStyles = makeStyles(
  theme => ({
    focused: { outline: `2px solid ${theme.palette.link}`, outlineOffset: 2 },
  }),
  { name: 'HandoverFramed' },
);

/**
 * A button of Material UI 4 that shows its focus by a frame. The pulse that it
 * shows otherwise throws where the focus comes before the button has settled
 * (React 18 handles the key first), and takes everything around it along.
 */
export function framed<C extends ElementType>(Component: C): C {
  const Any = Component as ComponentType<Record<string, unknown>>;
  const Framed = forwardRef<unknown, Record<string, unknown>>((props, ref) => {
    const classes = useStyles();
    return (
      <Any
        {...props}
        ref={ref}
        disableFocusRipple
        focusVisibleClassName={classes.focused}
      />
    );
  });
  return Framed as unknown as C;
}
