// @ts-check
/*
 * Reads a zipped StockV2 file in a process of its own, so that its peak memory is that of the reading alone:
 * `node read-worker.cjs <inflate | inflate-fast | parse> <file> <rows> <tracked>`. Says what it took and what it saw, as JSON.
 * `inflate` does nothing but unpack, as Node does by default; `inflate-fast` the same in large pieces, so that next to nothing
 * but the unpacking itself is left.
 */
const { createReadStream, openSync, readSync, closeSync } = require("node:fs")
const { createInflateRaw } = require("node:zlib")
const { readStockV2File, syntheticEan13, TrackedEans } = require("truestock-distributor-feeds")

const LARGE_PIECES = { chunkSize: 256 * 1024 }
const LOCAL_HEADER_BYTES = 30

const [way, path, rows, count] = process.argv.slice(2)

/** Tracked titles lie evenly all over the file. @param {number} all @param {number} tracked */
function* evenly(all, tracked) {
  for (let n = 0; n < tracked; n++) yield syntheticEan13(Math.floor((n * all) / tracked))
}

/** @param {string} file @param {import("node:zlib").ZlibOptions} [options] */
async function inflate(file, options) {
  const header = Buffer.alloc(LOCAL_HEADER_BYTES)
  const fd = openSync(file, "r")
  readSync(fd, header, 0, LOCAL_HEADER_BYTES, 0)
  closeSync(fd)
  const start = LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
  const unpacked = createReadStream(file, { start }).pipe(createInflateRaw(options))
  let bytes = 0
  for await (const piece of unpacked) bytes += piece.length
  return { bytes }
}

/** @param {string} file */
async function parse(file) {
  const feed = readStockV2File(file, { tracked: new TrackedEans(evenly(Number(rows), Number(count))) })
  let records = 0
  for (;;) {
    const { done, value } = await feed.next()
    if (done) return { bytes: value.bytes, rows: value.rows, rejected: value.rejected, records }
    records += value.records.length
  }
}

async function main() {
  const began = performance.now()
  const file = /** @type {string} */ (path)
  const seen = await (way === "parse" ? parse(file) : inflate(file, way === "inflate" ? {} : LARGE_PIECES))
  const took_ms = performance.now() - began
  process.stdout.write(
    JSON.stringify({ ...seen, took_ms, peak_bytes: process.resourceUsage().maxRSS * 1024 })
  )
}

void main()
