/** The services that the simulated clusters run. */
export const DEMO_SERVICES: ReadonlySet<string> = new Set([
  'fulfilment-dispatch',
  'order-processing',
  'payments-gateway',
  'storefront-web',
  'tax-calculator',
]);
