import { codeUsesCurrentContext, usesCurrentContext } from './commandContext';

describe('the context of a command', () => {
  it.each([
    'kubectl -n orders describe pod <pod>',
    'kubectl --context lab get pods && kubectl delete pod a',
    'kubectl get pods | grep -- --context=lab',
    'kubectl \\\n  -n orders get pods',
    'kubectl config view; kubectl get pods',
    'kubectl argo rollouts undo orders',
  ])('is the current one for %j', command => {
    expect(usesCurrentContext(command)).toBe(true);
    expect(codeUsesCurrentContext(`Run \`ls\`:\n\n~~~\n${command}\n~~~`)).toBe(
      true,
    );
  });

  it.each([
    'kubectl --context lab -n orders get pods',
    'kubectl -n orders get pods --context=lab',
    'kubectl -n orders \\\n  --context lab get pods',
    'kubectl config use-context lab && kubectl get pods',
    'kubectl config view',
    'helm rollback orders',
    'kubectl',
  ])('is known for %j', command => {
    expect(usesCurrentContext(command)).toBe(false);
    expect(codeUsesCurrentContext(`\`${command}\``)).toBe(false);
  });

  it('matters only in code', () => {
    expect(codeUsesCurrentContext('Ask kubectl get pods, or `psql`.')).toBe(
      false,
    );
    expect(codeUsesCurrentContext('First `ls`, then `kubectl get pods`.')).toBe(
      true,
    );
  });
});
