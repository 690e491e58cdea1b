import { createReadStream } from "node:fs"
import { type CsvColumns, readCsvFile, readOnix, type Snapshot } from "truestock-distributor-feeds"
import type { SourceFeed } from "../sync/source-feed"
import type { Opening } from "./open-feed"
import { openFile } from "./open-file"
import type { SourceOptions } from "./source-options"

type Csv = Extract<SourceOptions["feed"], { kind: "csv" }>
type Onix = Extract<SourceOptions["feed"], { kind: "onix" }>

/** A table with a heading, whole each time. */
export async function openCsv(opening: Opening, feed: Csv): Promise<SourceFeed | null> {
  const { id: source } = opening.source
  const { delimiter, locations, decimal_comma, currency } = feed
  return openFile(opening, feed, {
    snapshotOf: wholeFiles(feed.files),
    read: (path, { snapshot, tracked, signal }) =>
      readCsvFile(path, {
        ...{ source, tracked, signal, as_of: snapshot.as_of, delimiter, locations, decimal_comma, currency },
        columns: feed.columns as CsvColumns,
      }),
  })
}

/** An ONIX 3.0 message with supply details, whole each time. */
export async function openOnix(opening: Opening, feed: Onix): Promise<SourceFeed | null> {
  const { id: source } = opening.source
  const { supplier, market, currency } = feed
  return openFile(opening, feed, {
    snapshotOf: wholeFiles(feed.files),
    read: (path, { snapshot, tracked, signal }) =>
      readOnix(createReadStream(path), {
        ...{ source, tracked, signal, file: snapshot.id, supplier, market, currency },
        ...(snapshot.as_of && { as_of: snapshot.as_of }),
      }),
  })
}

/** Files of a pattern such as *.csv, each of them everything that the source has; told apart by when they were written. */
function wholeFiles(pattern: string) {
  const wanted = new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
    "i"
  )
  return (file: { name: string; bytes: number; modified: string | null }): Snapshot | null =>
    wanted.test(file.name)
      ? {
          ...{ id: file.name, kind: "full", bytes: file.bytes, as_of: file.modified },
          sequence: `${file.modified ?? ""} ${file.name}`,
        }
      : null
}
