import { createReadStream } from "node:fs"
import { open, stat } from "node:fs/promises"
import { basename } from "node:path"
import type { Readable } from "node:stream"
import { FeedError } from "../errors"
import { openOnlyEntry } from "./zip-entry"

/** Large pieces: what is done once per piece then costs little. */
const CHUNK_BYTES = 128 * 1024

/** The rows of a file, whatever they are packed in. */
export type StockV2Content = {
  stream: Readable
  /** Of the rows, unpacked. */
  bytes: number
  /** Null where the container has none. */
  crc32: number | null
  close(): void
}

/**
 * Opens a `.zip` with one `.dat` or a bare `.dat`, told apart by the first bytes and not by the name. Throws FeedError
 * `not_found`, `empty`, `not_a_feed`, `wrong_entries` or `truncated`.
 */
export async function openStockV2Content(path: string): Promise<StockV2Content> {
  const name = basename(path)
  const head = await headOf(path)
  if (head.length === 0) throw new FeedError("empty", `${name} is empty: fetch it again.`)
  if (head[0] === 0x50 && head[1] === 0x4b) return openOnlyEntry(path, CHUNK_BYTES)
  if (/^[\s\ufeff\u00ef\u00bb\u00bf]*</.test(head.toString("latin1"))) {
    throw new FeedError("not_a_feed", `${name} is a page (it begins with ${quote(head)}), not a stock file.`)
  }
  if (/\.zip$/i.test(name)) {
    throw new FeedError("not_a_feed", `${name} is not a zip archive; it begins with ${quote(head)}.`)
  }
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES })
  return { stream, bytes: (await stat(path)).size, crc32: null, close: () => stream.destroy() }
}

async function headOf(path: string): Promise<Buffer> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new FeedError("not_found", `There is no file ${basename(path)}.`, { cause: error })
    }
    throw error
  }
}

function quote(head: Buffer): string {
  return JSON.stringify(head.toString("latin1").slice(0, 20))
}
