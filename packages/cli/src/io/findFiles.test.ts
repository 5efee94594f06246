import { toPattern } from './findFiles';

it('reads patterns as Windows writes them', () => {
  expect(toPattern('services\\**\\handover.yaml', 'win32')).toBe(
    'services/**/handover.yaml',
  );
  // Elsewhere a backslash takes the meaning from the next character.
  expect(toPattern('\\[a\\].yaml', 'linux')).toBe('\\[a\\].yaml');
});
