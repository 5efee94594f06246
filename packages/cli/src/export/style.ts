/** How the page looks on a screen, in the dark, and on paper. */
export const PAGE_STYLE = `:root {
  color-scheme: light dark;
  --text: #1a1c20;
  --muted: #565c66;
  --line: #d5d8de;
  --code: #f2f4f7;
  --link: #0b57d0;
  --page: #fff;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --text: #e6e8ec;
    --muted: #a6acb8;
    --line: #3a3f48;
    --code: #24282e;
    --link: #8ab4f8;
    --page: #16181c;
  }
}
body {
  margin: 2rem auto;
  max-width: 50rem;
  padding: 0 1rem;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.55 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3 { line-height: 1.25; break-after: avoid; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); padding-bottom: 0.25rem; }
a { color: var(--link); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; list-style: none; padding: 0; font-size: 0.875rem; }
li { margin: 0.25rem 0; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--muted); }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9em; background: var(--code); border-radius: 4px; }
code { padding: 0.1em 0.3em; }
pre { padding: 0.75rem; overflow-x: auto; white-space: pre-wrap; break-inside: avoid; }
pre code { padding: 0; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: 0.25rem 0.5rem; text-align: left; }
@media print {
  @page { margin: 18mm; }
  body { margin: 0; max-width: none; font-size: 10.5pt; }
  nav { display: none; }
  a { color: inherit; }
  a[href^='http']::after { content: ' (' attr(href) ')'; font-size: 0.85em; }
  li { break-inside: avoid; }
}
`;
