import { parseAllDocuments } from 'yaml';

const COMPONENT = 'example-website';
const ANNOTATIONS = ['metadata', 'annotations'];

/**
 * Annotates the example component of a new app with a handover. In the app of the legacy
 * frontend system, it has annotations already.
 */
export function annotateExample(entities, ref) {
  const documents = parseAllDocuments(entities);
  const component = documents.find(
    document => document.getIn(['metadata', 'name']) === COMPONENT,
  );
  if (!component) {
    throw new Error(`The examples of the app have no '${COMPONENT}'`);
  }
  component.setIn([...ANNOTATIONS, 'handover.dev/ref'], ref);
  return documents.map(String).join('');
}
