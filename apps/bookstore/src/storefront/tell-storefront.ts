/** For how long changes are gathered: a sync changes thousands at once. */
const GATHER_MS = 250
/** Products in one message. */
const BATCH = 500

type Telling = {
  send: (productIds: string[]) => Promise<void>
  failed: (error: unknown) => void
}

/** What this process has yet to tell; what is lost with it, the storefront finds out by itself. */
const waiting = new Set<string>()
let timer: NodeJS.Timeout | undefined

/** Tells of a product in the next message, together with others that change meanwhile. */
export function tellStorefront(productId: string, telling: Telling): void {
  waiting.add(productId)
  timer ??= setTimeout(() => {
    timer = undefined
    const ids = [...waiting]
    waiting.clear()
    void inBatches(ids, telling)
  }, GATHER_MS).unref()
}

async function inBatches(ids: string[], { send, failed }: Telling): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    try {
      await send(ids.slice(from, from + BATCH))
    } catch (error) {
      failed(error)
    }
  }
}
