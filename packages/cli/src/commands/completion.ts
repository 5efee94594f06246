import type { Command } from 'commander';
import { bashScript } from '../completion/bash';
import { describeCommands } from '../completion/model';
import { zshScript } from '../completion/zsh';
import { print } from '../io/output';

/** Prints the completion script for a shell. */
export async function completion(shell: 'bash' | 'zsh', program: Command) {
  const commands = describeCommands(program);
  print(shell === 'bash' ? bashScript(commands) : zshScript(commands));
}
