import MuiButton from '@material-ui/core/Button';
import MuiRadio from '@material-ui/core/Radio';
import MuiToggleButton from '@material-ui/lab/ToggleButton';
import { render, screen } from '@testing-library/react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Button, IconButton, Switch } from './buttons';
import { framed } from './framed';

const Radio = framed(MuiRadio);
const ToggleButton = framed(MuiToggleButton);

/** The focus is there before what it is on has settled, as where one presses Tab while a page loads. */
function FocusedAtOnce({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    ref.current?.querySelector<HTMLElement>('button, input')?.focus();
  }, []);
  return <div ref={ref}>{children}</div>;
}

it.each([
  ['Button', 'button', <Button>It</Button>],
  ['IconButton', 'button', <IconButton>It</IconButton>],
  ['ToggleButton', 'button', <ToggleButton value="it">It</ToggleButton>],
  ['Switch', 'checkbox', <Switch />],
  ['Radio', 'radio', <Radio />],
])('%s takes the focus at any time', (_name, role, element) => {
  render(<FocusedAtOnce>{element}</FocusedAtOnce>);
  expect(screen.getByRole(role)).toHaveFocus();
});

it('is what buttons of Material UI do not', () => {
  const silent = jest.spyOn(console, 'error').mockImplementation();
  expect(() =>
    render(
      <FocusedAtOnce>
        <MuiButton>It</MuiButton>
      </FocusedAtOnce>,
    ),
  ).toThrow('pulsate');
  silent.mockRestore();
});
