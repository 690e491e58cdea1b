import { FeedError } from "../errors"
import type { Feed, FeedBatch, ReadOptions, Reject } from "../feed"
import { BadProduct } from "./bad-product"
import { decodeXml } from "./decode-xml"
import { asXml, type Element, textAt } from "./element"
import { type FoundProduct, MessageReader } from "./message-reader"
import { messageHeader } from "./message-header"
import { ean13Of } from "./product-identity"
import { newStatistics, snapshotOf } from "../statistics"
import { productRecord } from "./product-record"

export type OnixOptions = ReadOptions & {
  /** Id of the source, for provenance. Default `onix`. */
  source?: string
  /** Name of the file, for provenance. */
  file?: string
  /** ISO instant of the figures where the message has no SentDateTime. */
  as_of?: string
  /** Name or any identifier of the supplier whose stock is meant; needed where products have several. */
  supplier?: string
  /** Country (ISO 3166, `US`) for which supplies, prices and sales rights are read. */
  market?: string
  /** Currency of the list price. Without it a product with prices in two has none. */
  currency?: string
  /** Price types of list 58 that are a list price, in order. Default 02, 01, 04, 03: recommended or fixed retail. */
  price_types?: string[]
  /** Records per batch. Default 500. */
  batch_records?: number
}

const DEFAULT_PRICE_TYPES = ["02", "01", "04", "03"]
const UNKNOWN_VALUES = 20

/**
 * Reads an ONIX 3.0 message, reference or short tags, as it arrives: one product in memory and what waits for the next
 * batch. A product that is wrong becomes a Reject; a file that is (FeedError `empty`, `not_a_feed`, `truncated`) ends
 * the feed.
 */
export async function* readOnix(input: AsyncIterable<Uint8Array | string>, options: OnixOptions = {}): Feed {
  const statistics = newStatistics()
  const batch: Pick<FeedBatch, "records" | "rejects"> = { records: [], rejects: [] }
  const reader = new MessageReader((product) => isTracked(product, options))

  for await (const text of decodeXml(whole(input), (bytes) => (statistics.bytes += bytes))) {
    if (options.signal?.aborted)
      throw new FeedError("aborted", "Reading the ONIX file was stopped on request.")
    for (const product of reader.write(text)) {
      take(product)
      if (batch.records.length + batch.rejects.length >= (options.batch_records ?? 500)) yield taken()
    }
  }
  if (statistics.bytes === 0) throw new FeedError("empty", `${options.file ?? "The ONIX file"} is empty.`)
  for (const product of reader.close()) take(product)
  if (batch.records.length + batch.rejects.length > 0) yield taken()
  return statistics

  function take({ element, problem }: FoundProduct) {
    const row = ++statistics.rows
    if (!element || !isTracked(element, options)) return
    statistics.matched++
    try {
      if (problem) throw new BadProduct("undefined_entity", problem)
      const { as_of, ...header } = messageHeader(reader.header)
      const provenance = {
        source: options.source ?? "onix",
        file: options.file ?? "",
        row,
        as_of: as_of ?? options.as_of ?? null,
      }
      const price = {
        ...header,
        types: options.price_types ?? DEFAULT_PRICE_TYPES,
        currency: options.currency,
        day: provenance.as_of?.slice(0, 10) ?? null,
      }
      const { supplier, market } = options
      batch.records.push(productRecord(element, { provenance, price, supplier, market, note }))
    } catch (error) {
      if (!(error instanceof BadProduct)) throw error
      statistics.rejected++
      batch.rejects.push(reject(row, element, error))
    }
  }

  function note(name: string, value: string) {
    const values = (statistics.unknown[name] ??= [])
    if (values.length < UNKNOWN_VALUES && !values.includes(value)) values.push(value.slice(0, 80))
  }

  function taken(): FeedBatch {
    const { records, rejects } = batch
    batch.records = []
    batch.rejects = []
    return { records, rejects, statistics: snapshotOf(statistics) }
  }
}

/** A product without a valid EAN is looked at whoever is tracked: it may be one of theirs, and is then a reject. */
function isTracked(product: Element, { tracked }: ReadOptions): boolean {
  const ean13 = tracked && ean13Of(product)
  return !tracked || !ean13 || tracked.has(ean13)
}

function reject(row: number, element: Element, { code, message }: BadProduct): Reject {
  const reference = textAt(element, "RecordReference")?.slice(0, 100)
  return {
    row,
    code,
    reason: message,
    ean13: ean13Of(element) ?? null,
    raw: asXml(element).slice(0, 300),
    ...(reference ? { reference } : {}),
  }
}

/** A stream that breaks off is a truncated file, whatever the reason. */
async function* whole(input: AsyncIterable<Uint8Array | string>) {
  try {
    yield* input
  } catch (error) {
    if (error instanceof FeedError) throw error
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new FeedError("not_found", "There is no such ONIX file.", { cause: error })
    }
    throw new FeedError("truncated", "The ONIX file broke off while it was read.", { cause: error })
  }
}
