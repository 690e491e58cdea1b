import { once } from "node:events"
import { createWriteStream, type WriteStream } from "node:fs"
import { finished } from "node:stream/promises"
import { crc32, createDeflateRaw } from "node:zlib"

export type ZipEntrySource = { name: string; content: Iterable<Buffer> | AsyncIterable<Buffer> }

type WrittenEntry = { name: Buffer; offset: number; packed: number; unpacked: number; crc: number }

const MAX_32 = 0xffffffff
const MAX_16 = 0xffff
const WITH_DESCRIPTOR = 0x08
const DEFLATED = 8
/** 1980-01-01: the same content makes the same file. */
const DOS_DATE = 0x21

/**
 * Writes an archive of deflated entries as they come, each with a data descriptor behind it. With `zip64` every size and
 * offset stands in Zip64 fields, however small it is; needed from 4 GiB on.
 */
export async function writeZip(
  path: string,
  entries: Iterable<ZipEntrySource>,
  { zip64 = false, level = 6 }: { zip64?: boolean; level?: number } = {}
): Promise<void> {
  const file = createWriteStream(path)
  const written: WrittenEntry[] = []
  let offset = 0
  const write = async (bytes: Buffer) => {
    offset += bytes.length
    if (!file.write(bytes)) await once(file, "drain")
  }
  for (const { name, content } of entries) {
    const entry: WrittenEntry = { name: Buffer.from(name), offset, packed: 0, unpacked: 0, crc: 0 }
    await write(localHeader(entry, zip64))
    const start = offset
    for await (const piece of deflate(content, entry, level)) await write(piece)
    entry.packed = offset - start
    if (!zip64 && Math.max(entry.packed, entry.unpacked, offset) > MAX_32)
      throw new RangeError(`${name} needs zip64.`)
    await write(descriptor(entry, zip64))
    written.push(entry)
  }
  const directory = Buffer.concat(written.map((entry) => centralHeader(entry, zip64)))
  await close(
    file,
    Buffer.concat([directory, endOfDirectory(written.length, directory.length, offset, zip64)])
  )
}

async function* deflate(content: ZipEntrySource["content"], entry: WrittenEntry, level: number) {
  const packer = createDeflateRaw({ level, chunkSize: 256 * 1024 })
  const feeding = (async () => {
    for await (const piece of content) {
      entry.crc = crc32(piece, entry.crc)
      entry.unpacked += piece.length
      if (!packer.write(piece)) await once(packer, "drain")
    }
    packer.end()
  })()
  feeding.catch((error: Error) => packer.destroy(error))
  for await (const piece of packer) yield piece as Buffer
  await feeding
}

function localHeader({ name }: WrittenEntry, zip64: boolean): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(zip64 ? 45 : 20, 4)
  header.writeUInt16LE(WITH_DESCRIPTOR, 6)
  header.writeUInt16LE(DEFLATED, 8)
  header.writeUInt16LE(DOS_DATE, 12)
  header.writeUInt32LE(zip64 ? MAX_32 : 0, 18)
  header.writeUInt32LE(zip64 ? MAX_32 : 0, 22)
  header.writeUInt16LE(name.length, 26)
  const extra = zip64 ? zip64Extra(0, 0) : Buffer.alloc(0)
  header.writeUInt16LE(extra.length, 28)
  return Buffer.concat([header, name, extra])
}

function descriptor({ crc, packed, unpacked }: WrittenEntry, zip64: boolean): Buffer {
  const bytes = Buffer.alloc(zip64 ? 24 : 16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc, 4)
  if (zip64) {
    bytes.writeBigUInt64LE(BigInt(packed), 8)
    bytes.writeBigUInt64LE(BigInt(unpacked), 16)
  } else {
    bytes.writeUInt32LE(packed, 8)
    bytes.writeUInt32LE(unpacked, 12)
  }
  return bytes
}

function centralHeader({ name, offset, packed, unpacked, crc }: WrittenEntry, zip64: boolean): Buffer {
  const header = Buffer.alloc(46)
  const extra = zip64 ? zip64Extra(unpacked, packed, offset) : Buffer.alloc(0)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(zip64 ? 45 : 20, 4)
  header.writeUInt16LE(zip64 ? 45 : 20, 6)
  header.writeUInt16LE(WITH_DESCRIPTOR, 8)
  header.writeUInt16LE(DEFLATED, 10)
  header.writeUInt16LE(DOS_DATE, 14)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(zip64 ? MAX_32 : packed, 20)
  header.writeUInt32LE(zip64 ? MAX_32 : unpacked, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE(zip64 ? MAX_32 : offset, 42)
  return Buffer.concat([header, name, extra])
}

function zip64Extra(...values: number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8 * values.length, 2)
  values.forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index))
  return extra
}

function endOfDirectory(count: number, length: number, offset: number, zip64: boolean): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(zip64 ? MAX_16 : count, 8)
  end.writeUInt16LE(zip64 ? MAX_16 : count, 10)
  end.writeUInt32LE(zip64 ? MAX_32 : length, 12)
  end.writeUInt32LE(zip64 ? MAX_32 : offset, 16)
  return zip64 ? Buffer.concat([zip64End(count, length, offset), end]) : end
}

function zip64End(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(56 + 20)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(45, 12)
  end.writeUInt16LE(45, 14)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(length), 40)
  end.writeBigUInt64LE(BigInt(offset), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(offset + length), 64)
  end.writeUInt32LE(1, 72)
  return end
}

async function close(file: WriteStream, last: Buffer): Promise<void> {
  file.end(last)
  await finished(file)
}
