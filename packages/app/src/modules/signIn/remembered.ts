/** Where Backstage's sign-in page remembers the provider. */
const KEY = '@backstage/core:SignInPage:provider';

/** How somebody signed in last in this browser: `guest`, or the reference of an example user. */
export const remembered = {
  read: () => localStorage.getItem(KEY),
  write: (choice: string) => localStorage.setItem(KEY, choice),
  forget: () => localStorage.removeItem(KEY),
};
