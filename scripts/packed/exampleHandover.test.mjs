import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { annotateExample } from './exampleHandover.mjs';

const SYSTEM = 'kind: System\nmetadata:\n  name: examples\n';
const WEBSITE = 'kind: Component\nmetadata:\n  name: example-website\n';

const annotationsAfter = entities =>
  parseAllDocuments(annotateExample(entities, './handover.yaml'), {
    uniqueKeys: true,
  }).map(document => {
    assert.deepEqual(document.errors, []);
    return document.toJS().metadata.annotations;
  });

describe('the example component of a new app', () => {
  it('gets a handover, and no other entity does', () => {
    assert.deepEqual(annotationsAfter(`---\n${SYSTEM}---\n${WEBSITE}`), [
      undefined,
      { 'handover.dev/ref': './handover.yaml' },
    ]);
  });

  it('keeps its annotations', () => {
    const annotations = `  annotations:\n    backstage.io/techdocs-ref: dir:.\n`;
    assert.deepEqual(annotationsAfter(`${WEBSITE}${annotations}`), [
      {
        'backstage.io/techdocs-ref': 'dir:.',
        'handover.dev/ref': './handover.yaml',
      },
    ]);
  });

  it('must exist', () => {
    assert.throws(
      () => annotateExample(SYSTEM, './handover.yaml'),
      /have no 'example-website'/,
    );
  });
});
