/**
 * The storefront's own rules: what a feed says of an offer and what its page says are decided in one place. The kit is
 * made of ES modules, which this package can only import when it runs.
 */
export const merchantRules = () => import("truestock-storefront-kit/merchant")
