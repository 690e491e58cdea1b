import { basename } from "node:path"
import { crc32 } from "node:zlib"
import { throwIfAborted } from "../aborting"
import { FeedError } from "../errors"
import type { Feed } from "../feed"
import { snapshotOf } from "../statistics"
import { openStockV2Content, type StockV2Content } from "./container"
import { rowOptions, type StockV2Options } from "./options"
import { StockV2RowReader } from "./row-reader"
import { RowSplitter } from "./row-splitter"
import { damaged } from "./zip-entry"

/** A batch is handed over at least so often, so that progress shows where nothing matches. */
const PROGRESS_BYTES = 32 * 1024 * 1024

/**
 * Reads a StockV2 file (`.zip` or `.dat`, full or delta) from disk, never unpacked whole. Records come before the end of
 * the file has proved it whole: apply nothing until the generator has returned. Throws FeedError.
 */
export async function* readStockV2File(path: string, options: StockV2Options = {}): Feed {
  const name = basename(path)
  const reader = new StockV2RowReader(rowOptions(options, name), options.tracked)
  const splitter = new RowSplitter(reader)
  const batchSize = options.batch_size ?? 1000
  throwIfAborted(options.signal, name)
  const content = await openStockV2Content(path)
  let reported = 0
  let sum = 0
  try {
    for await (const chunk of piecesOf(content, name)) {
      throwIfAborted(options.signal, name)
      reader.statistics.bytes += chunk.length
      if (reader.statistics.bytes > content.bytes) break
      if (content.crc32 !== null) sum = crc32(chunk, sum)
      splitter.push(chunk)
      if (reader.pending < batchSize && reader.statistics.bytes - reported < PROGRESS_BYTES) continue
      reported = reader.statistics.bytes
      yield reader.take()
    }
    verify(content, reader.statistics.bytes, sum, name)
    splitter.end()
    reader.end()
  } finally {
    content.close()
  }
  if (reader.pending > 0) yield reader.take()
  return snapshotOf(reader.statistics)
}

/** What the decompressor complains about is a damaged file. */
async function* piecesOf(content: StockV2Content, name: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of content.stream) yield chunk as Buffer
  } catch (error) {
    throw error instanceof FeedError ? error : damaged(name, error as Error)
  }
}

function verify(content: StockV2Content, bytes: number, sum: number, name: string): void {
  if (bytes !== content.bytes) {
    throw new FeedError(
      "truncated",
      `${name} has ${bytes} bytes of rows where ${content.bytes} are announced.`
    )
  }
  if (content.crc32 !== null && sum !== content.crc32) {
    throw new FeedError("truncated", `${name} fails its checksum: fetch it again.`)
  }
}
