import {
  Field,
  FieldGrid,
  ItemList,
  useHandoverTranslation,
} from '../components';
import type { SectionContent } from './sections';
import { texts } from './texts';

// What can hurt comes first.
const KINDS = ['sharpEdge', 'shortcut', 'history'] as const;

export function NotesBody({ content }: { content: SectionContent<'notes'> }) {
  const { t } = useHandoverTranslation();
  return (
    <FieldGrid>
      {KINDS.map(kind => {
        const notes = content.items?.filter(item => item.kind === kind) ?? [];
        return (
          notes.length > 0 && (
            <Field key={kind} label={t(`document.notes.${kind}`)}>
              <ItemList items={texts(notes.map(note => note.text))} />
            </Field>
          )
        );
      })}
    </FieldGrid>
  );
}
