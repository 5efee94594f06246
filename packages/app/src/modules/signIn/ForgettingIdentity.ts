import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { remembered } from './remembered';

/** An identity that isn't signed in again after signing out. */
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
