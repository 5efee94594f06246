import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of the sidebar that no plugin brings. */
export const navTranslationRef = createTranslationRef({
  id: 'app.nav',
  messages: {
    home: 'Home',
    menu: 'Menu',
    search: 'Search',
    settings: 'Settings',
  },
});
