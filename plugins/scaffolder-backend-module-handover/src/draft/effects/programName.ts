/** `/usr/bin/kubectl`, `$KUBECTL` and `${HELM}` are named by their last part. */
export function programName(word: string): string {
  const variable = /^\$\{?([A-Z]+)(?:_(?:BIN|CMD|EXE|PATH))?\}?$/.exec(word);
  if (variable) {
    return variable[1].toLowerCase();
  }
  return (word.split('/').at(-1) ?? word).replace(/\.(exe|cmd)$/, '');
}
