/** Does the title of a link say that it leads to how the service is built? */
export function isArchitecture(title: string): boolean {
  return /\b(architecture|system design|design doc(ument)?s?|diagrams?|c4 model)\b/i.test(
    title,
  );
}
