import { open } from "node:fs/promises"
import { basename } from "node:path"
import { FeedError } from "./errors"

/** The first 64 bytes of a file. Throws FeedError `not_found`, `empty`, and `not_a_feed` for a page of HTML or XML. */
export async function readFileHead(path: string): Promise<Buffer> {
  const name = basename(path)
  const head = await firstBytes(path, name)
  if (head.length === 0) throw new FeedError("empty", `${name} is empty: fetch it again.`)
  if (/^[\s\u00ef\u00bb\u00bf]*</.test(head.toString("latin1"))) {
    throw new FeedError(
      "not_a_feed",
      `${name} is a page (it begins with ${quotedHead(head)}), not a stock file.`
    )
  }
  return head
}

export function quotedHead(head: Buffer): string {
  return JSON.stringify(head.toString("latin1").slice(0, 20))
}

async function firstBytes(path: string, name: string): Promise<Buffer> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error
    throw new FeedError("not_found", `There is no file ${name}.`, { cause: error })
  }
}
