import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { basename } from "node:path"
import type { Readable } from "node:stream"
import { FeedError } from "../errors"
import { quotedHead, readFileHead } from "../file-head"
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
  const head = await readFileHead(path)
  if (head[0] === 0x50 && head[1] === 0x4b) return openOnlyEntry(path, CHUNK_BYTES)
  if (/\.zip$/i.test(name)) {
    throw new FeedError("not_a_feed", `${name} is not a zip archive; it begins with ${quotedHead(head)}.`)
  }
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES })
  return { stream, bytes: (await stat(path)).size, crc32: null, close: () => stream.destroy() }
}
