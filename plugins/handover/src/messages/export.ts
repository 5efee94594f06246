/** Messages of the export menu; merged into the plugin's translation ref under `export`. */
export const exportMessages = {
  open: 'Export',
  downloadMarkdown: 'Download as Markdown',
  downloadYaml: 'Download as YAML',
  copyMarkdown: 'Copy as Markdown',
  copied: 'Copied as Markdown.',
  print: 'Print or save as PDF',
  failed: 'The export failed: {{message}}',
} as const;
