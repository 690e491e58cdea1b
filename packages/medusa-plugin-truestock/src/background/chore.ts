import type { Logger } from "@medusajs/framework/types"

const LONGEST_PAUSE_MS = 60_000

/** Work that comes up now and then, first after its own interval. Its failures are its own: logged, and answered with a longer pause. */
export class Chore {
  private notBefore: number
  private failures = 0

  constructor(
    private readonly what: string,
    private readonly everyMs: number,
    private readonly work: () => Promise<unknown>,
    private readonly logger: Logger
  ) {
    this.notBefore = Date.now() + everyMs
  }

  /** Does the work if its time has come; answers what it answered, nothing if it was not time or failed. */
  async runIfTime(): Promise<unknown> {
    if (Date.now() < this.notBefore) {
      return undefined
    }
    this.notBefore = Date.now() + this.everyMs
    try {
      const answer = await this.work()
      this.failures = 0
      return answer
    } catch (error) {
      const pauseMs = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** this.failures++)
      this.notBefore = Date.now() + pauseMs
      this.logger.warn(`Truestock could not ${this.what}, trying again in ${pauseMs} ms: ${messageOf(error)}`)
      return undefined
    }
  }
}

/** The database's own words: knex puts the whole statement before them. What a workflow throws has a message, and is no Error. */
export function messageOf(error: unknown): string {
  const message = (error as { message?: unknown } | null | undefined)?.message
  return typeof message === "string" ? (message.split(" - ").at(-1) ?? message) : String(error)
}
