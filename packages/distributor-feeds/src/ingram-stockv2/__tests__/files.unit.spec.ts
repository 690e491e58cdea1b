import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { FeedError } from "../../errors"
import type { Feed, FeedStatistics, Reject } from "../../feed"
import type { StockRecord } from "../../record"
import { TrackedEans } from "../../tracked-eans"
import { readStockV2FileName, stockV2Snapshot } from "../file-name"
import {
  renderStockV2Row,
  syntheticEan13,
  syntheticRecord,
  syntheticRows,
  writeStockV2File,
  writeZip,
} from "../generate"
import type { StockV2Options } from "../options"
import { readStockV2File } from "../read"
import { RowSplitter } from "../row-splitter"

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "stockv2-"))))
afterEach(() => rmSync(folder, { recursive: true }))

async function all(feed: Feed) {
  const records: StockRecord[] = []
  const rejects: Reject[] = []
  for (;;) {
    const next = await feed.next()
    if (next.done) return { records, rejects, statistics: next.value as FeedStatistics }
    records.push(...next.value.records)
    rejects.push(...next.value.rejects)
  }
}
const readText = (text: string, options: StockV2Options = {}) => {
  const path = join(folder, "stockv2@ingram.dat")
  writeFileSync(path, text, "latin1")
  return all(readStockV2File(path, options))
}
const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => "read",
    (error) => (error instanceof FeedError ? error.code : error)
  )
const row = (index: number, onHand = 0) =>
  renderStockV2Row(
    syntheticRecord({
      ean13: syntheticEan13(index),
      locations: [{ ...syntheticRecord().locations[0]!, on_hand: onHand }],
    })
  )
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index))
const eans = (records: StockRecord[]) => records.map((record) => record.ean13)
const tracked = (...indexes: number[]) => new TrackedEans(indexes.map((index) => syntheticEan13(index)))

describe("a StockV2 file", () => {
  it.each(["\n", "\r\n", ""])(
    "is read with rows ending in %j, whether or not the last one does",
    async (end) => {
      for (const last of [end, ""]) {
        const { records, statistics } = await readText(rows(40).join(end) + last)
        expect(eans(records)).toEqual(Array.from({ length: 40 }, (_, index) => syntheticEan13(index)))
        expect(statistics).toMatchObject({ rows: 40, matched: 40, rejected: 0 })
      }
    }
  )

  it("yields the titles that are tracked alone and counts the others", async () => {
    const { records, statistics } = await readText(rows(1000).join("\n"), { tracked: tracked(3, 998, 5000) })
    expect(eans(records)).toEqual([syntheticEan13(3), syntheticEan13(998)])
    expect(records[1]!.provenance).toEqual({
      source: "ingram-stockv2",
      file: "stockv2@ingram.dat",
      row: 999,
      as_of: null,
    })
    expect(statistics).toMatchObject({ rows: 1000, matched: 2, rejected: 0, bytes: 300_999 })
  })

  it("takes any object with has() for what is tracked", async () => {
    const wanted = new Set([syntheticEan13(7)])
    expect(eans((await readText(rows(20).join("\n"), { tracked: wanted })).records)).toEqual([...wanted])
  })

  it.each(["\n", "\r\n"])(
    "rejects rows of 299 and 301 characters and goes on behind the next %j",
    async (end) => {
      const good = rows(5)
      const text = [good[0], good[1]!.slice(0, 299), good[2], `${good[3]} `, good[4]].join(end) + end
      const { records, rejects } = await readText(text)
      expect(eans(records)).toEqual([0, 2, 4].map((index) => syntheticEan13(index)))
      expect(rejects).toMatchObject([
        {
          row: 2,
          code: "bad_length",
          reason: "The row has 299 characters, not 300.",
          ean13: syntheticEan13(1),
        },
        {
          row: 4,
          code: "bad_length",
          reason: "The row has 301 characters, not 300.",
          ean13: syntheticEan13(3),
        },
      ])
    }
  )

  it("does not lose the last row's damage: 299 characters are a reject, a row that breaks off stops the run", async () => {
    const good = rows(3)
    expect((await readText(`${good[0]}\n${good[1]}\n${good[2]!.slice(0, 299)}\n`)).rejects).toMatchObject([
      { row: 3 },
    ])
    for (const kept of [1, 150, 299]) {
      expect(await codeOf(readText(`${good[0]}\n${good[1]}\n${good[2]!.slice(0, kept)}`))).toBe("truncated")
      expect(await codeOf(readText(`${good[0]}${good[1]}${good[2]!.slice(0, kept)}`))).toBe("truncated")
    }
  })

  it("passes over a line without end in constant memory", async () => {
    const text = `${row(0)}\n${"7".repeat(3_000_000)}\n${row(1)}\n`
    const { records, rejects } = await readText(text)
    expect(eans(records)).toEqual([syntheticEan13(0), syntheticEan13(1)])
    expect(rejects).toMatchObject([
      { row: 2, code: "bad_length", reason: expect.stringContaining("3000000") },
    ])
    expect(rejects[0]!.raw).toHaveLength(300)
  })

  it("rejects a damaged quantity with its line, its title, the reason and the row, and reads on", async () => {
    const damaged = row(1).slice(0, 38) + "00000O2" + row(1).slice(45)
    const { records, rejects } = await readText([row(0), damaged, row(2)].join("\n"))
    expect(eans(records)).toEqual([syntheticEan13(0), syntheticEan13(2)])
    expect(rejects).toEqual([
      {
        row: 2,
        code: "bad_number",
        reason: 'On hand of slot 1 is "00000O2", not digits.',
        ean13: syntheticEan13(1),
        raw: damaged,
      },
    ])
  })

  it("rejects a second row of a title with other figures, and lets the same row come twice", async () => {
    const text = [row(0, 5), row(1, 7), row(0, 5), row(1, 8), row(1, 7)].join("\n")
    const { records, rejects, statistics } = await readText(text, { tracked: tracked(0, 1) })
    expect(eans(records)).toEqual([syntheticEan13(0), syntheticEan13(1)])
    expect(rejects).toMatchObject([{ row: 4, code: "duplicate_ean", ean13: syntheticEan13(1) }])
    expect(statistics.notes).toMatchObject({ repeated_row: 2 })
  })

  it("rejects an EAN that is not digits even where all others are passed over; goods without one are counted", async () => {
    const damaged = row(1).replace(syntheticEan13(1), "9.78E+12     ")
    const goods = row(2).replace(syntheticEan13(2), " ".repeat(13))
    const { rejects, statistics } = await readText([row(0), damaged, goods].join("\n"), {
      tracked: tracked(0),
    })
    expect(rejects).toMatchObject([{ row: 2, code: "bad_characters", ean13: null }])
    expect(statistics).toMatchObject({ rows: 3, matched: 1, notes: { row_without_ean: 1 } })
  })

  it("is read the same from zip, with and without Zip64 headers, and from large files in batches", async () => {
    const readings = []
    for (const [name, options] of [
      ["a.zip", {}],
      ["b.zip", { zip64: true }],
      ["c.dat", {}],
    ] as const) {
      await writeStockV2File(join(folder, name), { rows: 5000, ...options })
      const { records, statistics } = await all(readStockV2File(join(folder, name), { source: "x" }))
      readings.push({ figures: records.map(({ ean13, locations }) => ({ ean13, locations })), statistics })
    }
    expect(readFileSync(join(folder, "b.zip")).includes(Buffer.from([0x50, 0x4b, 6, 6]))).toBe(true)
    expect(readings[0]!.figures).toHaveLength(5000)
    expect(readings[1]).toEqual(readings[0])
    expect(readings[2]).toEqual(readings[0])
  })

  it("is refused when the archive has two entries, another entry, or none", async () => {
    const content = () => syntheticRows({ rows: 10 })
    const archive = join(folder, "stockv2@ingram.zip")
    await writeZip(archive, [
      { name: "stockv2@ingram.dat", content: content() },
      { name: "b.dat", content: content() },
    ])
    expect(await codeOf(all(readStockV2File(archive)))).toBe("wrong_entries")
    await writeZip(archive, [{ name: "readme.txt", content: content() }])
    expect(await codeOf(all(readStockV2File(archive)))).toBe("wrong_entries")
    await writeZip(archive, [])
    expect(await codeOf(all(readStockV2File(archive)))).toBe("wrong_entries")
    await writeZip(archive, [{ name: "stockv2@ingram.dat", content: [] }])
    expect(await codeOf(all(readStockV2File(archive)))).toBe("empty")
  })

  it("is refused as truncated when the archive breaks off or a byte of it is another", async () => {
    const archive = join(folder, "stockv2@ingram.zip")
    await writeStockV2File(archive, { rows: 3000 })
    const whole = readFileSync(archive)
    for (const kept of [10, 1000, whole.length >> 1, whole.length - 1]) {
      writeFileSync(archive, whole.subarray(0, kept))
      expect([kept, await codeOf(all(readStockV2File(archive)))]).toEqual([kept, "truncated"])
    }
    const crcAt = whole.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 16
    for (const at of [whole.length >> 1, crcAt]) {
      const damaged = Buffer.from(whole)
      damaged[at]! ^= 0xff
      writeFileSync(archive, damaged)
      expect(await codeOf(all(readStockV2File(archive)))).toBe("truncated")
    }
  })

  it.each([
    ["", "empty"],
    ["<!DOCTYPE html><html>Service unavailable</html>", "not_a_feed"],
    ["\ufeff \n<html>".replace("\ufeff", "\u00ef\u00bb\u00bf"), "not_a_feed"],
    ["ISBN,Quantity\n9780140177398,3\n", "not_a_feed"],
    ["x".repeat(3000), "not_a_feed"],
    ["PK\u0003\u0004 and no archive", "truncated"],
  ])("that holds %j is refused: %s", async (text, code) => {
    expect(await codeOf(readText(text))).toBe(code)
  })

  it("that is not there, or is called .zip and is none, is refused", async () => {
    expect(await codeOf(all(readStockV2File(join(folder, "none.dat"))))).toBe("not_found")
    writeFileSync(join(folder, "a.zip"), rows(2).join("\n"))
    expect(await codeOf(all(readStockV2File(join(folder, "a.zip"))))).toBe("not_a_feed")
  })

  it("stops when asked to, and leaves nothing open when its reader walks away", async () => {
    const path = join(folder, "stockv2@ingram.zip")
    await writeStockV2File(path, { rows: 20_000 })
    const abort = new AbortController()
    const feed = readStockV2File(path, { signal: abort.signal })
    await feed.next()
    abort.abort()
    expect(await codeOf(all(feed))).toBe("aborted")
    for await (const batch of readStockV2File(path)) {
      expect(batch.records.length).toBeGreaterThan(0)
      break
    }
  })

  it("hands over batches and progress, never the whole file at once", async () => {
    const path = join(folder, "stockv2@ingram.zip")
    await writeStockV2File(path, { rows: 10_000 })
    let largest = 0
    let batches = 0
    for await (const { records } of readStockV2File(path, { batch_size: 500 })) {
      largest = Math.max(largest, records.length)
      batches++
    }
    expect(largest).toBeLessThan(1000)
    expect(batches).toBeGreaterThan(10)
  })
})

describe("cutting rows", () => {
  it("does not depend on where the pieces of the stream end", () => {
    const text = Buffer.from(
      [row(0), row(1).slice(0, 299), row(2), "", `${row(3)}12`, row(4), row(5)].join("\r\n"),
      "latin1"
    )
    const cut = (sizes: number[]) => {
      const seen: string[] = []
      const splitter = new RowSplitter({
        row: (buffer, offset) => seen.push(buffer.toString("latin1", offset, offset + 300)),
        damaged: (length, raw) => seen.push(`${length}:${raw}`),
      })
      for (let at = 0, turn = 0; at < text.length; turn++) {
        const size = sizes[turn % sizes.length]!
        splitter.push(Buffer.from(text.subarray(at, at + size)))
        at += size
      }
      splitter.end()
      return seen
    }
    const whole = cut([text.length])
    expect(whole).toHaveLength(7)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 20 }), (sizes) => {
        expect(cut(sizes)).toEqual(whole)
      })
    )
  })
})

describe("the name of a StockV2 file", () => {
  it.each([
    ["stockv2@ingram.zip", { kind: "full", sequence: null, part: null }],
    ["StockV2@Ingram.DAT", { kind: "full", sequence: null, part: null }],
    ["stockv2delta261122b@ingram.zip", { kind: "delta", sequence: "20261122b", part: null }],
    ["STOCKV2DELTA261122@ingram.zip", { kind: "delta", sequence: "20261122", part: null }],
    ["stockv2delta261131a@ingram.zip", null],
    ["stockv2delta261122g@ingram.zip", null],
    ["stockv2part1@ingram.zip", null],
    ["../stockv2@ingram.zip", null],
  ])("%s says %j", (name, expected) => {
    expect(readStockV2FileName(name)).toEqual(expected)
  })

  it("of a part counts only where the shop has named the parts", () => {
    const full_parts = ["stockv2part1@ingram.zip", "stockv2part2@ingram.zip"]
    expect(readStockV2FileName("StockV2Part2@ingram.zip", { full_parts })).toEqual({
      kind: "full",
      sequence: null,
      part: 2,
    })
  })

  it("sorts deltas by day and letter and fulls by their date", () => {
    const named = (name: string, modified: string | null) =>
      stockV2Snapshot({ name, bytes: 1, modified }).sequence
    const sequences = [
      named("stockv2delta261121f@ingram.zip", null),
      named("stockv2delta261122@ingram.zip", null),
      named("stockv2delta261122a@ingram.zip", null),
      named("stockv2@ingram.zip", "2026-11-22T06:30:00Z"),
      named("stockv2delta261123a@ingram.zip", null),
    ]
    expect([...sequences].sort()).toEqual(sequences)
    expect(() => named("stockv2@ingram.zip", null)).toThrow("has no date")
    expect(() => named("photo.jpg", null)).toThrow("not the name of a StockV2 file")
  })
})

describe("tracked titles", () => {
  it("are found in a buffer exactly when a set of strings holds them", () => {
    const digits13 = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 13 })
      .map((all) => all.join(""))
    fc.assert(
      fc.property(fc.array(digits13, { maxLength: 3000, size: "max" }), digits13, (wanted, other) => {
        const set = new Set(wanted)
        const eans = new TrackedEans(wanted)
        expect(eans.size).toBe(set.size)
        for (const ean of [...wanted, other]) {
          expect(eans.slotAt(Buffer.from(`ab${ean}`), 2) >= 0).toBe(set.has(ean))
          expect(eans.has(ean)).toBe(set.has(ean))
        }
      }),
      { numRuns: 20 }
    )
    expect(new TrackedEans([]).slotAt(Buffer.from("978014017739X"), 0)).toBe(-2)
    expect(() => new TrackedEans(["978-0140177398"])).toThrow("normalise it first")
  })
})
