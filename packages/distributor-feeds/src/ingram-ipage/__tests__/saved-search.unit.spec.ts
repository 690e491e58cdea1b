import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Behaviour, IpageDouble } from "../../testing"
import { type ListBatch, readSavedSearch, type SavedSearchOptions } from ".."

let folder: string
let site: IpageDouble
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lists-"))
  const titles = ["9780140177398", "9780670022953"].map((ean13) => ({
    ean13,
    title: `"A", ${ean13}`,
    main: [],
  }))
  site = await IpageDouble.start({ titles, session: "id=1" })
})
afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})

async function read(options: Partial<SavedSearchOptions>) {
  const batches: ListBatch[] = []
  const list = readSavedSearch({ from: "", columns: { ean: "EAN" }, ...options })
  for (;;) {
    const next = await list.next()
    if (next.done) {
      const titles = batches.flatMap((batch) => batch.titles)
      return { titles, rejects: batches.flatMap(({ rejects }) => rejects), counts: next.value, batches }
    }
    batches.push(next.value)
  }
}

async function file(content: string, name = "list.csv"): Promise<string> {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

it("reads a list with its headings, each title once, and says which rows have no ISBN", async () => {
  const from = await file(
    '\ufeffTitle;ean ;Price\n"Two\nlines";978-0-14-017739-8;1\nX;9.78E+12;1\n\nAgain;0140177396;1\nY;;1\nZ;9780670022953'
  )
  const { titles, rejects, counts } = await read({
    from,
    delimiter: ";",
    columns: { ean: "EAN", title: "title" },
  })
  expect(titles).toEqual([
    { ean13: "9780140177398", title: "Two\nlines", row: 3 },
    { ean13: "9780670022953", title: "Z", row: 8 },
  ])
  expect(rejects).toMatchObject([
    { row: 4, code: "spreadsheet_damage", raw: "X;9.78E+12;1" },
    { row: 7, code: "missing_identifier" },
  ])
  expect(counts).toEqual({ rows: 5, titles: 2, rejected: 2 })
})

it("reads a list without headings by the number of the column, in batches", async () => {
  const from = await file("1,9780140177398\n2,9780670022953\n3,9780804429573\n")
  const { titles, batches } = await read({ from, columns: { ean: 2 }, batch_titles: 2 })
  expect(titles.map(({ row }) => row)).toEqual([1, 2, 3])
  expect(batches).toHaveLength(2)
})

it("takes the search into the name of a file, never out of its folder", async () => {
  await file("EAN\n9780140177398\n", "new in stock.csv")
  const from = join(folder, "{search}.csv")
  expect((await read({ from, search: "new in stock" })).titles).toHaveLength(1)
  for (const search of ["../list", "a/b", "..", ""]) {
    await expect(read({ from, search })).rejects.toMatchObject({ code: "invalid_options" })
  }
})

it("reads a list from an address, with the session that it needs", async () => {
  const from = `${site.url}/lists/{search}.csv`
  const columns = { ean: "EAN", title: "Title" }
  const { titles } = await read({ from, search: "a & b", session: "id=1", columns })
  expect(titles[0]).toEqual({ ean13: "9780140177398", title: '"A", 9780140177398', row: 2 })

  await expect(read({ from, search: "x", session: "id=2" })).rejects.toMatchObject({ code: "login_required" })
})

it.each<[Behaviour, string]>([
  ["login_form", "login_required"],
  ["challenge", "challenged"],
  ["blocked", "challenged"],
  ["changed_layout", "not_a_feed"],
  ["server_error", "unreachable"],
  ["reset", "unreachable"],
  ["elsewhere", "refused"],
])("takes no list from an address that answers with %s", async (behaviour, code) => {
  site.behave = () => behaviour
  const list = read({ from: `${site.url}/lists/all.csv`, session: "id=1" })
  await expect(list).rejects.toMatchObject({ code })
  site.behave = () => "title"
})

it.each([
  ["", "empty"],
  ["EAN\n", "empty"],
  ["ISBN,Title\n9780140177398,X\n", "invalid_options"],
  ["<!doctype html><html></html>", "not_a_feed"],
  ['EAN\n"9780140177398"x\n', "not_a_feed"],
  ['EAN\n"9780140177398\n', "not_a_feed"],
])("refuses the file %j", async (content, code) => {
  await expect(read({ from: await file(content) })).rejects.toMatchObject({ code })
})

it("says that there is no such file", async () => {
  await expect(read({ from: join(folder, "none.csv") })).rejects.toMatchObject({ code: "not_found" })
})
