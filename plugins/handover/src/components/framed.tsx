import { makeStyles } from '@material-ui/core/styles';
import { type ComponentType, type ElementType, forwardRef } from 'react';

const useStyles = makeStyles(
  theme => ({
    around: { outline: `2px solid ${theme.palette.link}`, outlineOffset: 2 },
    within: { outline: `2px solid ${theme.palette.link}`, outlineOffset: -4 },
  }),
  { name: 'HandoverFramed' },
);

/**
 * A button of Material UI 4 that shows its focus by a frame. The pulse that it
 * shows otherwise throws where the focus comes before the button has settled
 * (React 18 handles the key first), and takes everything around it along.
 *
 * @param frame - `within` where what is around it is cut off
 */
export function framed<C extends ElementType>(
  Component: C,
  frame: 'around' | 'within' = 'around',
): C {
  const Any = Component as ComponentType<Record<string, unknown>>;
  const Framed = forwardRef<unknown, Record<string, unknown>>((props, ref) => {
    const classes = useStyles();
    return (
      <Any
        {...props}
        ref={ref}
        disableFocusRipple
        focusVisibleClassName={classes[frame]}
      />
    );
  });
  return Framed as unknown as C;
}
