// Validates objects, given as a JSON list on the standard input, against
// Kubernetes' published schemas, which are ES modules that the test runner cannot
// load. Prints what is wrong, and at the end how many were valid.
import * as apps from 'kubernetes-models/apps/v1';
import * as autoscaling from 'kubernetes-models/autoscaling/v2';
import * as batch from 'kubernetes-models/batch/v1';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as core from 'kubernetes-models/v1';
import { readFileSync } from 'node:fs';

const models = {
  v1: core,
  'apps/v1': apps,
  'autoscaling/v2': autoscaling,
  'batch/v1': batch,
  'networking.k8s.io/v1': networking,
};

let valid = 0;
for (const object of JSON.parse(readFileSync(0, 'utf8'))) {
  const { apiVersion, kind, metadata } = object;
  try {
    new models[apiVersion][kind](object).validate();
    valid += 1;
  } catch (error) {
    console.log(`${kind}/${metadata.name}: ${error.message}`);
  }
}
console.log(`${valid} valid`);
