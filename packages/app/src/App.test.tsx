import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import App from './App';

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
    // No backend answers here: who enters as guest is known in the browser alone.
    jest.spyOn(global, 'fetch').mockImplementation(async () =>
      Promise.resolve(
        new Response(JSON.stringify({ items: [], totalItems: 0 }), {
          status: 404,
          headers: { 'content-type': 'application/json' },
        }),
      ),
    );
  });

  afterEach(() => {
    process.env = env;
    jest.restoreAllMocks();
  });

  it('lets a guest in and shows its name and navigation', async () => {
    render(App.createRoot());

    await userEvent.click(
      await screen.findByRole('button', { name: 'Enter' }, { timeout: 20_000 }),
    );

    expect(
      await screen.findByRole('link', { name: 'Home' }, { timeout: 20_000 }),
    ).toBeInTheDocument();
  }, 60_000);
});
