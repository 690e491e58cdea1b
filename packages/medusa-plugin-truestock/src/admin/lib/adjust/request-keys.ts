/** 128 bits of chance. Not randomUUID, which browsers have only where the dashboard is served over https. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
}

export type RequestKeys = {
  /** The key to send this content with: the same one until it is answered. */
  of: (content: object) => string
  /** The answer has come. The same content, sent again, is meant to be judged again. */
  answered: (content: object) => void
}

/**
 * The Idempotency-Keys of one opened dialog: a double click, and a retry after an answer that was lost, carry the key
 * of the first request, so that it is done once. After a refusal a new one is used, since the server would repeat
 * the refusal under the old one although there may be enough by now.
 */
export function requestKeys(newKey: () => string = randomKey): RequestKeys {
  const unanswered = new Map<string, string>()
  return {
    of(content) {
      const text = JSON.stringify(content)
      const key = unanswered.get(text) ?? newKey()
      unanswered.set(text, key)
      return key
    },
    answered(content) {
      unanswered.delete(JSON.stringify(content))
    },
  }
}
