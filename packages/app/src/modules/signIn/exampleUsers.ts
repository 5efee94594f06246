import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** A person of the examples, whom anyone can sign in as. */
export type ExampleUser = { entityRef: string; name: string; role: string };

/** Reads the people of the demonstration. Without the demonstration, there are none. */
export function readExampleUsers(config: ConfigApi): ExampleUser[] {
  if (config.getOptionalBoolean('demo.enabled') !== true) {
    return [];
  }
  const users = config.getOptionalConfigArray('auth.providers.example.users');
  return (users ?? []).map(user => ({
    entityRef: user.getString('entityRef'),
    name: user.getString('name'),
    role: user.getString('role'),
  }));
}
