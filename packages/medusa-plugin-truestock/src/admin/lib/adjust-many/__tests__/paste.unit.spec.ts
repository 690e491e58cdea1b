import { emptyRows, type GridRow, MOST_ROWS } from "../grid-row"
import { isBlock, paste } from "../paste"
import { splitBlock } from "../split-block"

const row = (sku: string, location = "", quantity = "", reason = "", note = ""): GridRow => ({
  ...{ sku, location, quantity, reason, note },
})
const at = { row: 0, column: "sku", mode: "change" } as const
const filled = (rows: GridRow[]) => rows.filter(({ sku }) => sku !== "")

describe("A block", () => {
  it("is split as the spreadsheet meant it: tabs, quotes, lines within a cell", () => {
    expect(splitBlock('a\tMain, left\t"two\nlines"\r\n"say ""hi"""\t5" nail\t\r\n')).toEqual([
      ["a", "Main, left", "two\nlines"],
      ['say "hi"', '5" nail', ""],
    ])
  })

  it("may be CSV with commas or semicolons, and with the mark that Excel puts in front", () => {
    expect(splitBlock('\uFEFFsku,location,change\nA,"Main, left",5')).toEqual([
      ["sku", "location", "change"],
      ["A", "Main, left", "5"],
    ])
    expect(splitBlock("A;Main;1,5")).toEqual([["A", "Main", "1,5"]])
  })

  it("that is only one cell is none: the browser pastes that", () => {
    expect(["A", "A\n", "two, words"].map(isBlock)).toEqual([false, false, false])
    expect(["A\tB", "A\nB"].map(isBlock)).toEqual([true, true])
  })
})

describe("Pasting", () => {
  it("fills the grid from the cell that it went to, over what was there", () => {
    const rows = [row("A", "Main", "1"), row("B", "Main", "2", "found")]
    const pasted = paste(rows, "7\tlost\n8\tdamaged\n9", { ...at, row: 1, column: "quantity" })
    expect(pasted).toEqual({
      rows: [
        row("A", "Main", "1"),
        row("B", "Main", "7", "lost"),
        row("", "", "8", "damaged"),
        row("", "", "9"),
      ],
      ...{ start: 1, pasted: 3, mode: undefined },
    })
  })

  it("with a header goes by its names, after what is there, and says how the quantities are meant", () => {
    const csv = "Counted;SKU;Colour;Location code;Note\n5;A;red;MAIN;shelf 3\n\n6;B;blue;OVER"
    expect(paste([...emptyRows(10)], csv, at)).toMatchObject({ pasted: 2, mode: "counted" })
    const pasted = paste([row("X"), ...emptyRows(9)], csv, { ...at, mode: "counted" })
    expect(filled("problem" in pasted ? [] : pasted.rows)).toEqual([
      row("X"),
      row("A", "MAIN", "5", "", "shelf 3"),
      row("B", "OVER", "6"),
    ])
  })

  it("in German finds its columns too", () => {
    const pasted = paste(
      emptyRows(2),
      "SKU\tLagerort\tÄnderung\tGrund\tNotiz\nA\tMain\t-5\tverloren\tweg",
      at
    )
    expect(pasted).toMatchObject({
      rows: [row("A", "Main", "-5", "verloren", "weg"), row("")],
      mode: "change",
    })
  })

  it.each([
    ["nothing in it", "\t\n\t", [], { problem: "nothing" }],
    ["a header alone", "sku\tchange", [], { problem: "nothing" }],
    ["a change and a count", "sku\tchange\tcounted\nA\t1\t2", [], { problem: "both_quantities" }],
    [
      "a comma in a number of a CSV",
      "sku,location,change\nA,Main,1\nB,Main,1,5",
      [],
      { problem: "too_many_columns", line: 3 },
    ],
    [
      "more columns than there are",
      "A\tMain\t1\tlost\tnote\tand",
      [],
      { problem: "too_many_columns", line: 1 },
    ],
    [
      "counts, where there are changes",
      "sku\tcounted\nA\t1",
      [row("B")],
      { problem: "other_mode", mode: "counted" },
    ],
    ["too much", "A\tMain\t1\n".repeat(MOST_ROWS + 1), [], { problem: "too_many_rows", rows: MOST_ROWS + 1 }],
  ])("a block with %s is refused as a whole", (_, text, rows, problem) => {
    expect(paste(rows, text, at)).toMatchObject(problem)
  })

  it("takes as many rows as can be adjusted at once", () => {
    expect(paste(emptyRows(10), "A\tMain\t1\n".repeat(MOST_ROWS), at)).toMatchObject({ pasted: MOST_ROWS })
  })
})
