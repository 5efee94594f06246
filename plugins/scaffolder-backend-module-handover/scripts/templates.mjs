import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';

const NAMES = ['service-with-handover', 'handover-for-a-service'];

/**
 * Copies the templates of the example portal for other portals: without the folder
 * of local services, which only the example portal has.
 */
export async function copyTemplates({ from, to }) {
  await rm(to, { recursive: true, force: true });
  for (const name of NAMES) {
    const folder = path.join(to, name);
    await cp(path.join(from, name), folder, { recursive: true });
    const ignore = path.join(folder, 'skeleton/.gitignore');
    // Packing leaves out files of that name.
    const hasIgnore = await rename(
      ignore,
      path.join(folder, 'skeleton/gitignore'),
    )
      .then(() => true)
      .catch(error => {
        if (error.code !== 'ENOENT') {
          throw error;
        }
        return false;
      });
    const file = path.join(folder, 'template.yaml');
    await writeFile(
      file,
      withoutLocal(await readFile(file, 'utf8'), { hasIgnore }),
    );
  }
}

/** Whether a value, or a node of one, is the host that only the example portal has. */
function isLocal(node) {
  return (node?.value ?? node) === 'local';
}

/** A template that publishes to GitHub and GitLab only. */
export function withoutLocal(text, { hasIgnore }) {
  const document = parseDocument(text);
  for (const parameters of document.getIn(['spec', 'parameters']).items) {
    const host = parameters.getIn(['properties', 'host']);
    if (host) {
      removeItem(host, host.get('enum').items.findIndex(isLocal));
      host.set('default', host.getIn(['enum', 0]));
      const variants = parameters.getIn(['dependencies', 'host', 'oneOf']);
      variants.items = variants.items.filter(
        variant =>
          !isLocal(variant.getIn(['properties', 'host', 'enum', 0], true)),
      );
    }
  }
  const steps = document.getIn(['spec', 'steps']);
  steps.items = steps.items.filter(step => !isFor(step, '==='));
  const outputs = document.getIn(['spec', 'output', 'links']);
  outputs.items = outputs.items.filter(link => !isFor(link, '==='));
  for (const step of steps.items) {
    const hosts = step.getIn(['input', 'hosts']);
    if (isSeq(hosts)) {
      hosts.items = hosts.items.filter(host => !isLocal(host));
    }
  }
  for (const each of [...steps.items, ...outputs.items]) {
    if (isFor(each, '!==')) {
      each.delete('if');
    }
  }
  if (hasIgnore) {
    const after = steps.items.findIndex(step => step.get('id') === 'service');
    steps.items.splice(
      after + 1,
      0,
      document.createNode({
        id: 'ignore',
        name: 'Name what Git ignores',
        action: 'fs:rename',
        input: { files: [{ from: 'gitignore', to: '.gitignore' }] },
      }),
    );
  }
  return document.toString({ lineWidth: 0 });
}

function isFor(node, operator) {
  return (
    isMap(node) &&
    String(node.get('if') ?? '').includes(`.host ${operator} 'local'`)
  );
}

function removeItem(host, index) {
  for (const key of ['enum', 'enumNames']) {
    const list = host.get(key);
    if (isSeq(list)) {
      list.items.splice(index, 1);
    }
  }
}
