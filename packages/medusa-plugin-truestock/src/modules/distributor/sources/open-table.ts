import { createReadStream } from "node:fs"
import { type CsvColumns, readCsvFile, readOnix, type Snapshot } from "truestock-distributor-feeds"
import type { SourceFeed } from "../sync/source-feed"
import type { Opening } from "./open-feed"
import { openFile } from "./open-file"
import type { SourceOptions } from "./source-options"

type Csv = Extract<SourceOptions["feed"], { kind: "csv" }>
type Onix = Extract<SourceOptions["feed"], { kind: "onix" }>

/** A table with a heading. */
export async function openCsv(opening: Opening, feed: Csv): Promise<SourceFeed | null> {
  const { id: source } = opening.source
  const { delimiter, place_rows, decimal_comma, currency } = feed
  const locations = place_rows ? [] : feed.locations
  return openFile(opening, feed, {
    snapshotOf: filesOf(feed),
    read: (path, { snapshot, tracked, signal }) =>
      readCsvFile(path, {
        ...{ source, tracked, signal, as_of: snapshot.as_of, delimiter, decimal_comma, currency },
        ...{ locations, place_rows },
        columns: feed.columns as CsvColumns,
      }),
  })
}

/** An ONIX 3.0 message with supply details. */
export async function openOnix(opening: Opening, feed: Onix): Promise<SourceFeed | null> {
  const { id: source } = opening.source
  const { supplier, market, currency } = feed
  return openFile(opening, feed, {
    snapshotOf: filesOf(feed),
    read: (path, { snapshot, tracked, signal }) =>
      readOnix(createReadStream(path), {
        ...{ source, tracked, signal, file: snapshot.id, supplier, market, currency },
        ...(snapshot.as_of && { as_of: snapshot.as_of }),
      }),
  })
}

type Named = { name: string; bytes: number; modified: string | null }

/** Files by their names, told apart by when they were written: everything that the source has, or what has changed. */
function filesOf({ files, delta_files }: { files: string; delta_files?: string }) {
  const isDelta = delta_files === undefined ? () => false : matches(delta_files)
  const isWanted = matches(files)
  return ({ name, bytes, modified }: Named): Snapshot | null => {
    const kind = isDelta(name) ? "delta" : isWanted(name) ? "full" : null
    return kind && { id: name, kind, bytes, as_of: modified, sequence: `${modified ?? ""} ${name}` }
  }
}

/** Whether a name is of a pattern such as *.csv. */
function matches(pattern: string): (name: string) => boolean {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"))
  const wanted = new RegExp(`^${parts.join(".*")}$`, "i")
  return (name) => wanted.test(name)
}
