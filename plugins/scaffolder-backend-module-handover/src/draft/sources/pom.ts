import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import { SaxesParser } from 'saxes';
import { UnreadableError } from '../UnreadableError';
import { repositoryUrl } from '../repository';
import { at, technology, textField } from '../types';
import type { SourceFile } from '../types';

type Element = { text: string; line: number };

/** Elements of interest, by their path below `project`. */
const JAVA_VERSION = [
  'properties/maven.compiler.release',
  'properties/java.version',
  'properties/maven.compiler.target',
];

/** pom.xml: description, repository, the version of Java and of Spring Boot. */
export function fromPom({ path, text }: SourceFile): Proposal[] {
  const elements = readElements(text);
  const description = elements.get('description');
  const scm = elements.get('scm/url') ?? elements.get('scm/connection');
  const url = scm && repositoryUrl(scm.text);
  const java = JAVA_VERSION.map(key => elements.get(key)).find(isLiteral);
  const boot =
    elements.get('parent/artifactId')?.text === 'spring-boot-starter-parent'
      ? elements.get('parent/version')
      : undefined;
  return [
    ...(isLiteral(description)
      ? [
          textField(
            'overview.purpose',
            description.text.replace(/\s+/g, ' '),
            at(path, description.line),
          ),
        ]
      : []),
    ...(isLiteral(scm) && url
      ? [textField('deployment.repository', url, at(path, scm.line))]
      : []),
    ...(java ? [technology(`Java ${java.text}`, at(path, java.line))] : []),
    ...(isLiteral(boot)
      ? [technology(`Spring Boot ${boot.text}`, at(path, boot.line))]
      : []),
  ];
}

/** Not `${revision}`: what such a property is may be decided elsewhere. */
function isLiteral(element: Element | undefined): element is Element {
  return Boolean(element?.text) && !element?.text.includes('${');
}

/** The texts of the elements directly below `project` and one level deeper. */
function readElements(xml: string): Map<string, Element> {
  const elements = new Map<string, Element>();
  const open: { name: string; text: string; line: number }[] = [];
  const parser = new SaxesParser();
  let broken: { reason: string; line: number } | undefined;
  parser.on('error', ({ message }) => {
    broken ??= {
      reason: message.replace(/^(\d+:)+\s*/, '').replace(/\.$/, ''),
      line: parser.line,
    };
  });
  parser.on('opentag', ({ name }) => {
    open.push({ name, text: '', line: parser.line });
  });
  parser.on('text', chunk => {
    const current = open.at(-1);
    if (current) {
      current.text += chunk;
    }
  });
  parser.on('closetag', () => {
    const names = open.length <= 3 ? open.map(({ name }) => name) : [];
    const closed = open.pop();
    if (closed && names[0] === 'project') {
      const key = names.slice(1).join('/');
      if (!elements.has(key)) {
        elements.set(key, { text: closed.text.trim(), line: closed.line });
      }
    }
  });
  parser.write(xml).close();
  if (broken) {
    throw new UnreadableError(`is not valid XML: ${broken.reason}`, {
      line: broken.line,
    });
  }
  return elements;
}
