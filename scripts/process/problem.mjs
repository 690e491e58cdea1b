// @ts-check

/**
 * Something the person at the keyboard can put right. It is shown as its message alone, so the message
 * says what was wrong, with which value, and what to do.
 */
export class Problem extends Error {
  /**
   * @param {string} message
   * @param {{ detail?: string }} [options] detail: what a child process printed last
   */
  constructor(message, { detail } = {}) {
    super(message)
    this.name = "Problem"
    this.detail = detail
  }
}

/**
 * @param {unknown} error
 * @returns {string} a Problem's message and detail; the stack of anything else, which is a bug of ours
 */
export function textOf(error) {
  if (error instanceof Problem) {
    return error.detail ? `${error.message}\n${error.detail}` : error.message
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** @param {unknown} error */
export const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error)?.code
