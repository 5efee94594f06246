import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of the page where people choose whom to sign in as. */
export const signInTranslationRef = createTranslationRef({
  id: 'app.sign-in',
  messages: {
    enter: 'Enter',
    failed: 'Sign-in failed',
    guest: 'Guest',
    guestRole: 'A newcomer to the platform team, who can do everything.',
    signIn: 'Sign in',
    signInAs: 'Sign in as {{name}}',
  },
});
