type Traveller<Request, Answer> = {
  request: Request
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

/** More would only make the first ones wait for the last; and Postgres remembers 64 savepoints of a transaction well. */
const MOST_TOGETHER = 32

/**
 * Requests that would wait for the same row travel together. One that meets nobody is sent at once; those that come
 * while it is under way are sent as one statement after it: they would have waited for its lock in any case, and so
 * they pay for one lock, one round trip and one commit between them.
 *
 * Decides nothing, and remembers nothing but who waits for an answer.
 */
export class Convoy<Request, Answer> {
  /** Who waits for those under way, by destination. */
  private readonly gathering = new Map<string, Traveller<Request, Answer>[]>()

  /** `send` answers each request at its place, or fails for all of them, and for those who wait for them. */
  constructor(private readonly send: (requests: Request[]) => Promise<Answer[]>) {}

  ask(destination: string, request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const traveller = { request, resolve, reject }
      const others = this.gathering.get(destination)
      if (others) {
        others.push(traveller)
      } else {
        this.gathering.set(destination, [])
        void this.travel(destination, [traveller])
      }
    })
  }

  private async travel(destination: string, first: Traveller<Request, Answer>[]): Promise<void> {
    const next = this.gathering.get(destination)!
    for (let together = first; together.length > 0; together = next.splice(0, MOST_TOGETHER)) {
      try {
        const answers = await this.send(together.map(({ request }) => request))
        together.forEach(({ resolve }, n) => resolve(answers[n]!))
      } catch (error) {
        // Else a level that stays locked would let each group wait as long as the one before, one after the other.
        for (const { reject } of [...together, ...next.splice(0)]) reject(error)
      }
    }
    this.gathering.delete(destination)
  }
}
