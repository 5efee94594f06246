// Checks what a template made with libraries that are ES modules only, which
// the test runner cannot load. Called with a folder it prints what is wrong,
// and nothing when all is right.
import {
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser';
import { Deployment } from 'kubernetes-models/apps/v1';
import { Service } from 'kubernetes-models/v1';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

async function check(folder) {
  const read = name => readFile(path.join(folder, name), 'utf8');

  // Kubernetes' published schemas.
  for (const [name, Model] of [
    ['k8s/base/deployment.yaml', Deployment],
    ['k8s/base/service.yaml', Service],
  ]) {
    try {
      new Model(parse(await read(name))).validate();
    } catch (error) {
      console.log(`${name}: ${error.message}`);
    }
  }

  // GitHub's own parser.
  const name = '.github/workflows/ci.yml';
  const { context } = parseWorkflow(
    { name, content: await read(name) },
    new NoOperationTraceWriter(),
  );
  for (const error of context.errors.getErrors()) {
    console.log(`${name}: ${error.message}`);
  }
}

check(process.argv[2]).catch(error => {
  console.error(error);
  process.exitCode = 1;
});
