import { ProxiedSignInPage, SignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useCallback, useMemo, useState } from 'react';
import { readExampleUsers } from './exampleUsers';
import { ForgettingIdentity } from './ForgettingIdentity';
import { remembered } from './remembered';
import { UserChoice } from './UserChoice';

/** Lets people choose whom to sign in as. Without example users, it is Backstage's page for guests. */
export const ExampleSignInPage = ({ onSignInSuccess }: SignInPageProps) => {
  const config = useApi(configApiRef);
  const users = useMemo(() => readExampleUsers(config), [config]);
  const [{ choice, attempt }, setState] = useState(() => ({
    choice: remembered.read(),
    attempt: 0,
  }));
  const choose = useCallback(
    (chosen: string) =>
      setState(before => ({ choice: chosen, attempt: before.attempt + 1 })),
    [],
  );
  const ChooseAgain = useMemo(
    () =>
      ({ error }: { error?: Error }) =>
        <UserChoice users={users} error={error} onChoose={choose} />,
    [users, choose],
  );

  if (users.length === 0) {
    return (
      <SignInPage onSignInSuccess={onSignInSuccess} providers={['guest']} />
    );
  }
  const user = users.find(({ entityRef }) => entityRef === choice);
  if (!user && choice !== 'guest') {
    return <UserChoice users={users} onChoose={choose} />;
  }
  return (
    <ProxiedSignInPage
      key={attempt}
      provider={user ? 'example' : 'guest'}
      headers={user && { 'x-example-user': user.entityRef }}
      ErrorComponent={ChooseAgain}
      onSignInSuccess={identity => {
        remembered.write(user?.entityRef ?? 'guest');
        onSignInSuccess(new ForgettingIdentity(identity));
      }}
    />
  );
};
