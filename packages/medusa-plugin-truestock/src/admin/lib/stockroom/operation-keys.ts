export type OperationKeys = {
  /** The key to send this content to this path with. */
  of: (path: string, body: object) => string
  /** Something was refused: what is sent from now on is to be judged anew. */
  refused: () => void
}

/**
 * The Idempotency-Keys of one opened dialog, whose operation may be several requests. The same content goes with the
 * same key, so that a double click, and a retry after an answer that was lost, find done what is done, and do the rest.
 * A refusal ends that: the server would repeat it under its key, although it may be possible by now.
 */
export function operationKeys(newKey: () => string): OperationKeys {
  const keys = new Map<string, string>()
  return {
    of(path, body) {
      const content = JSON.stringify([path, body])
      const key = keys.get(content) ?? newKey()
      keys.set(content, key)
      return key
    },
    refused: () => keys.clear(),
  }
}
