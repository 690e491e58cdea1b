import { TextDecoder } from "node:util"
import { FeedError } from "../errors"

const DECLARATION_BYTES = 1_024
const SLICE_CHARACTERS = 65_536

/**
 * The text of an XML file in slices of even size, by its byte order mark or the encoding it declares, else UTF-8.
 * Bytes that are not of that encoding refuse the file: a replaced character could be part of a figure.
 */
export async function* decodeXml(input: AsyncIterable<Uint8Array | string>, seen: (bytes: number) => void) {
  let head: Buffer | null = Buffer.alloc(0)
  let decoder: TextDecoder | null = null

  for await (const chunk of input) {
    if (typeof chunk === "string") {
      seen(Buffer.byteLength(chunk))
      yield* slices(chunk)
      continue
    }
    seen(chunk.byteLength)
    if (head) {
      head = Buffer.concat([head, chunk])
      if (head.byteLength < DECLARATION_BYTES) continue
      decoder = decoderFor(head)
      yield* slices(decode(decoder, head))
      head = null
    } else yield* slices(decode(decoder!, chunk))
  }
  if (head && head.byteLength > 0) {
    decoder = decoderFor(head)
    yield* slices(decode(decoder, head))
  }
  if (decoder) yield* slices(decode(decoder))
}

function decoderFor(head: Buffer): TextDecoder {
  const label = byteOrderMark(head) ?? declared(head) ?? "utf-8"
  try {
    return new TextDecoder(label, { fatal: true })
  } catch {
    throw new FeedError("not_a_feed", `The file says that it is written in "${label}", which cannot be read.`)
  }
}

function byteOrderMark(head: Buffer): string | undefined {
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be"
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le"
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8"
}

function declared(head: Buffer): string | undefined {
  const declaration = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    head.toString("latin1", 0, DECLARATION_BYTES)
  )
  return declaration?.[1]
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch (error) {
    throw new FeedError("not_a_feed", `The file has bytes that are not ${decoder.encoding}.`, {
      cause: error,
    })
  }
}

function* slices(text: string) {
  for (let start = 0; start < text.length; start += SLICE_CHARACTERS) {
    yield text.slice(start, start + SLICE_CHARACTERS)
  }
}
