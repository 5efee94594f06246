/**
 * Offers the facts of handovers to Tech Insights.
 *
 * @packageDocumentation
 */

export { techInsightsModuleHandover as default } from './module';
