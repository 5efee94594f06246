import { fillPlaceholders } from './fillPlaceholders';

const values = {
  pod: 'orders-5f7c-x2x',
  namespace: 'orders',
  container: 'api',
  cluster: 'eu production',
  workload: 'orders',
};

describe('fillPlaceholders', () => {
  it.each([
    ['`kubectl logs <pod>`', '`kubectl logs orders-5f7c-x2x`'],
    [
      'Run:\n\n```sh\nkubectl -n <namespace> logs <POD-NAME> -c <container_name>\n```',
      'Run:\n\n```sh\nkubectl -n orders logs orders-5f7c-x2x -c api\n```',
    ],
    [
      '~~~\nkubectl --context <context> rollout status deploy/<deployment>\n~~~',
      "~~~\nkubectl --context 'eu production' rollout status deploy/orders\n~~~",
    ],
  ])('fills in %j', (markdown, expected) => {
    expect(fillPlaceholders(markdown, values)).toBe(expected);
  });

  it.each([
    'The <pod> outside of code',
    '`helm rollback <release>`',
    '`cmd <constructor>`',
    'an open `fence of <pod>',
  ])('leaves %j', text => {
    expect(fillPlaceholders(text, values)).toBe(text);
  });

  it('leaves what has no value', () => {
    expect(fillPlaceholders('`x <pod> <namespace>`', { pod: 'a' })).toBe(
      '`x a <namespace>`',
    );
  });

  it('never lets a name end its command', () => {
    expect(
      fillPlaceholders('`kubectl logs <pod>`', { pod: 'a; rm -rf $HOME' }),
    ).toBe("`kubectl logs 'a; rm -rf $HOME'`");
  });
});
