import { basename } from "node:path"
import type { Readable } from "node:stream"
import { createInflateRaw } from "node:zlib"
import yauzl, { type Entry, type ZipFile } from "yauzl"
import { FeedError } from "../errors"
import type { StockV2Content } from "./container"

const STORED = 0
const DEFLATED = 8

/**
 * The single `.dat` of an archive, unpacked as it is read. Sizes come from the central directory, so that an archive
 * that breaks off is known before its first row.
 */
export async function openOnlyEntry(path: string, chunkBytes: number): Promise<StockV2Content> {
  const archive = await openArchive(path)
  try {
    const entry = await onlyEntry(archive, basename(path))
    const packed = await packedStream(archive, entry)
    return {
      ...unpack(packed, entry, chunkBytes, archive),
      bytes: entry.uncompressedSize,
      crc32: entry.crc32,
    }
  } catch (error) {
    archive.close()
    throw error
  }
}

function openArchive(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { autoClose: false, lazyEntries: true }, (error, archive) => {
      if (error) reject(damaged(basename(path), error))
      else resolve(archive)
    })
  })
}

async function onlyEntry(archive: ZipFile, name: string): Promise<Entry> {
  if (archive.entryCount !== 1) {
    throw new FeedError("wrong_entries", `${name} holds ${archive.entryCount} files; one .dat is expected.`)
  }
  const entry = await new Promise<Entry>((resolve, reject) => {
    archive.once("entry", resolve)
    archive.once("end", () => reject(damaged(name, new Error("no entry in the central directory"))))
    archive.once("error", (error) => reject(damaged(name, error)))
    archive.readEntry()
  })
  const inner = basename(entry.fileName)
  if (!/\.dat$/i.test(inner)) {
    throw new FeedError("wrong_entries", `${name} holds ${JSON.stringify(inner)}; one .dat is expected.`)
  }
  if (entry.isEncrypted()) throw new FeedError("wrong_entries", `${inner} in ${name} is encrypted.`)
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new FeedError(
      "wrong_entries",
      `${inner} in ${name} is packed by method ${entry.compressionMethod}.`
    )
  }
  if (entry.uncompressedSize === 0)
    throw new FeedError("empty", `${inner} in ${name} is empty: fetch it again.`)
  return entry
}

function packedStream(archive: ZipFile, entry: Entry): Promise<Readable> {
  const raw = {
    decompress: entry.compressionMethod === DEFLATED ? false : null,
    decrypt: null,
    start: null,
    end: null,
  }
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, raw, (error, stream) => {
      if (error) reject(damaged(entry.fileName, error))
      else resolve(stream)
    })
  })
}

/** Inflating goes on in a thread of its own while rows are read: some pieces may lie ready. */
function unpack(packed: Readable, entry: Entry, chunkBytes: number, archive: ZipFile) {
  const close = (stream: Readable) => () => {
    packed.destroy()
    stream.destroy()
    archive.close()
  }
  if (entry.compressionMethod === STORED) return { stream: packed, close: close(packed) }
  const inflate = createInflateRaw({ chunkSize: chunkBytes, ...{ readableHighWaterMark: 4 * chunkBytes } })
  packed.once("error", (error) => inflate.destroy(damaged(entry.fileName, error)))
  return { stream: packed.pipe(inflate) as Readable, close: close(inflate) }
}

export function damaged(name: string, error: Error): FeedError {
  return new FeedError("truncated", `${name} is damaged (${error.message}): fetch it again.`, {
    cause: error,
  })
}
