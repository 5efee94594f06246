import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { remembered } from './remembered';

/** Forgets the remembered user on sign-out, so that the next visit asks again. */
export class ForgettingIdentity implements IdentityApi {
  readonly #identity: IdentityApi;

  constructor(identity: IdentityApi) {
    this.#identity = identity;
  }

  getProfileInfo() {
    return this.#identity.getProfileInfo();
  }

  getBackstageIdentity() {
    return this.#identity.getBackstageIdentity();
  }

  getCredentials() {
    return this.#identity.getCredentials();
  }

  async signOut() {
    remembered.forget();
    await this.#identity.signOut();
  }
}
