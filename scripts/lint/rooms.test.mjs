import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { rootDir } from '../lib/paths.mjs';

/**
 * The rooms of each package, lowest first. A file may import from its own room
 * and from rooms on lower floors; rooms on the same floor do not import each
 * other. A file in `src/` itself may be imported by a room only if it imports
 * no room: the others put the rooms together and stand above them.
 */
const packages = {
  'plugins/handover-common': [
    ['text', 'artifacts'],
    ['environments'],
    ['gate'],
    ['documents'],
    [
      'definitions',
      'entities',
      'delivery',
      'alerts',
      'kubernetes',
      'oncall',
      'proposals',
      'search',
      'triggers',
    ],
    ['admission', 'calendars', 'scorecards', 'overrides'],
    ['events'],
    ['api'],
  ],
  'plugins/handover-backend': [
    ['openapi', 'queue', 'environments', 'definitions', 'backends'],
    ['entities', 'events', 'notifications'],
    ['permissions'],
    ['documents'],
    ['gate', 'delivery', 'alerts', 'oncall', 'links', 'kubernetes'],
    ['calendars', 'scorecards', 'triggers', 'overrides'],
    ['admission', 'enforcement'],
    ['actions'],
  ],
  'plugins/handover': [
    ['messages'],
    ['components'],
    ['environments'],
    [
      'export',
      'documents',
      'gate',
      'delivery',
      'alerts',
      'kubernetes',
      'observability',
      'oncall',
      'scorecards',
      'search',
      'triggers',
    ],
    ['incident'],
    ['tab', 'catalog'],
    ['card', 'page'],
    ['rollup'],
    ['extensions', 'legacy'],
  ],
};

const isTest = file =>
  /\.(test|fixture)\.tsx?$|setupTests\.ts$|__testUtils__|__fixtures__/.test(
    file,
  );

/** Sources below a folder, as paths relative to it. */
function sourcesOf(src) {
  return readdirSync(src, { recursive: true }).filter(
    file =>
      /\.tsx?$/.test(file) &&
      !isTest(file) &&
      statSync(path.join(src, file)).isFile(),
  );
}

/** The room of a file: the first folder of its path, none in `src/` itself. */
function roomOf(file) {
  const [room, ...rest] = file.split(path.sep);
  return rest.length > 0 ? room : undefined;
}

/** The room that an imported path names, which may be the room itself. */
const roomIn = imported => imported.split(path.sep)[0];

/** Imports of a file that stay inside the package, types and lazy ones included. */
function importsOf(src, file) {
  const { importedFiles } = ts.preProcessFile(
    readFileSync(path.join(src, file), 'utf8'),
    true,
    true,
  );
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter(name => name.startsWith('.'))
    .map(name => path.normalize(path.join(path.dirname(file), name)));
}

for (const [name, floors] of Object.entries(packages)) {
  const src = path.join(rootDir, name, 'src');
  const floorOf = new Map(
    floors.flatMap((rooms, floor) => rooms.map(room => [room, floor])),
  );

  describe(`rooms of ${name}`, () => {
    it('are all on a floor', () => {
      const folders = readdirSync(src, { withFileTypes: true })
        .filter(entry => entry.isDirectory() && !isTest(entry.name))
        .map(entry => entry.name);
      assert.deepEqual(
        folders.filter(folder => !floorOf.has(folder)),
        [],
      );
      assert.deepEqual(
        [...floorOf.keys()].filter(room => !folders.includes(room)),
        [],
      );
    });

    it('import no file of src that puts rooms together', () => {
      const files = sourcesOf(src);
      const rootFile = imported =>
        imported.includes(path.sep)
          ? undefined
          : files.find(file => file.replace(/\.tsx?$/, '') === imported);
      const importsRoom = file =>
        importsOf(src, file).some(imported => {
          const next = rootFile(imported);
          return next ? importsRoom(next) : floorOf.has(roomIn(imported));
        });
      const upwards = files.filter(roomOf).flatMap(file =>
        importsOf(src, file)
          .map(rootFile)
          .filter(imported => imported && importsRoom(imported))
          .map(imported => `${file} imports ${imported}`),
      );
      assert.deepEqual(upwards, []);
    });

    it('import nothing from above', () => {
      const upwards = sourcesOf(src).flatMap(file => {
        const room = roomOf(file);
        if (room === undefined) {
          return [];
        }
        return importsOf(src, file)
          .filter(imported => {
            const other = roomIn(imported);
            return (
              other !== room &&
              floorOf.has(other) &&
              !(floorOf.get(other) < floorOf.get(room))
            );
          })
          .map(imported => `${file} imports ${imported}`);
      });
      assert.deepEqual(upwards, []);
    });
  });
}
