import { ResponseError } from '@backstage/errors';
import { isPageNotSent } from './pageNotSent';

async function failed(status: number, name: string) {
  const body = {
    error: { name, message: 'no' },
    response: { statusCode: status },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  );
}

it.each([
  [400, 'InputError', true],
  [403, 'NotAllowedError', true],
  [409, 'ConflictError', true],
  [429, 'TooManyPagesError', true],
  [502, 'PageNotSentError', true],
  // The backend, or a proxy before it, may have begun to send it.
  [408, 'Error', false],
  [500, 'Error', false],
  [502, 'Error', false],
  [504, 'PageOutcomeUnknownError', false],
])('a response %i with %s is certain: %p', async (status, name, isCertain) => {
  expect(isPageNotSent(await failed(status, name))).toBe(isCertain);
});

it('is not certain without a response', () => {
  expect(isPageNotSent(new TypeError('Failed to fetch'))).toBe(false);
});
