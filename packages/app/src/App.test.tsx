import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import App from './App';

/** A token as the backend gives a guest, unsigned: browsers only read its times. */
function guestToken() {
  const encode = (part: object) =>
    Buffer.from(JSON.stringify(part)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  return [
    encode({ alg: 'none' }),
    encode({ sub: 'user:default/guest', iat: now, exp: now + 3600 }),
    'signature',
  ].join('.');
}

/** A backend that lets guests in and has nothing else. */
async function answer(input: RequestInfo | URL): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input);
  if (new URL(url).pathname === '/api/auth/guest/refresh') {
    return Response.json({
      profile: {},
      backstageIdentity: {
        token: guestToken(),
        identity: {
          type: 'user',
          userEntityRef: 'user:default/guest',
          ownershipEntityRefs: ['user:default/guest'],
        },
      },
    });
  }
  return Response.json(
    { error: { name: 'NotFoundError', message: url } },
    { status: 404 },
  );
}

describe('App', () => {
  const { env } = process;

  beforeEach(() => {
    process.env = {
      ...env,
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: {
              title: 'Handover',
              extensions: [{ 'page:catalog': { config: { path: '/' } } }],
            },
            backend: { baseUrl: 'http://localhost:7007' },
          },
        },
      ] as unknown as string,
    };
    jest.spyOn(global, 'fetch').mockImplementation(answer);
  });

  afterEach(() => {
    process.env = env;
    jest.restoreAllMocks();
  });

  it('lets a guest in and shows its navigation', async () => {
    render(App.createRoot());

    await userEvent.click(
      await screen.findByRole('button', { name: 'Enter' }, { timeout: 20_000 }),
    );

    const sidebar = await screen.findByRole(
      'navigation',
      { name: 'sidebar nav' },
      { timeout: 20_000 },
    );
    expect(within(sidebar).getByRole('link', { name: 'Home' })).toHaveAttribute(
      'href',
      '/',
    );
    expect(
      within(sidebar).getByRole('link', { name: 'Catalog' }),
    ).toHaveAttribute('href', '/');
  }, 60_000);
});
