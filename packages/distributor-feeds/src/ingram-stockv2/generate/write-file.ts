import { basename } from "node:path"
import { createWriteStream } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { syntheticRows, type SyntheticRows } from "./synthetic-rows"
import { writeZip } from "./write-zip"

export type WriteStockV2Options = SyntheticRows & {
  /** Default: whether the path ends in `.zip`. */
  zip?: boolean
  /** Zip64 headers; default: from 4 GiB of rows on. */
  zip64?: boolean
  /** Deflate level; default 6. */
  level?: number
}

/** Writes a file of invented titles as it is made, so that it may be larger than memory; row `i` is `syntheticEan13(i)`. */
export async function writeStockV2File(path: string, options: WriteStockV2Options): Promise<void> {
  const content = syntheticRows(options)
  if (!(options.zip ?? /\.zip$/i.test(path))) return pipeline(Readable.from(content), createWriteStream(path))
  const name = basename(path).replace(/(\.zip)?$/i, ".dat")
  const zip64 = options.zip64 ?? options.rows * 302 > 0xffffffff
  await writeZip(path, [{ name, content }], { zip64, level: options.level })
}
