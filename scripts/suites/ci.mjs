// @ts-check

/**
 * Where nobody reads what was left out, leaving out is failing.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export const isCi = (env) => ["1", "true"].includes(env.CI ?? "")
