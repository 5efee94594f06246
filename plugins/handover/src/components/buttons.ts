import MuiButton from '@material-ui/core/Button';
import MuiIconButton from '@material-ui/core/IconButton';
import MuiSwitch from '@material-ui/core/Switch';
import { framed } from './framed';

export const Button = framed(MuiButton);
export const IconButton = framed(MuiIconButton);
export const Switch = framed(MuiSwitch, 'within');
