/** Hands a text to the browser as a file to save. */
export function downloadFile(file: {
  name: string;
  /** Media type. */
  type: string;
  /** The text, or its parts in their order. */
  content: string | readonly string[];
}) {
  const url = URL.createObjectURL(
    new Blob(
      typeof file.content === 'string' ? [file.content] : [...file.content],
      { type: `${file.type};charset=utf-8` },
    ),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(url);
}
