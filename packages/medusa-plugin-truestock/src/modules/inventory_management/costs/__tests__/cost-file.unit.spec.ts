import { parseCosts } from "../cost-input"
import { parseCostFile } from "../parse-cost-file"

const read = (...lines: string[]) => parseCosts(parseCostFile(lines.join("\n")), {}).rows
const refusal = (...lines: string[]): string => {
  try {
    read(...lines)
    return "was not refused"
  } catch (error) {
    const { code, message } = error as { code: string; message: string }
    return `${code}: ${message}`
  }
}

describe("a file of costs", () => {
  it("is read with commas, semicolons or tabs, its columns in any order, others passed over", () => {
    const expected = [
      { n: 0, place: "Line 2", inventory_item_id: null, sku: "A", unit_cost: 4.5, currency_code: "eur" },
      { n: 1, place: "Line 4", inventory_item_id: null, sku: "B", unit_cost: 0, currency_code: "eur" },
    ]
    expect(read("sku,unit_cost,currency", "A,4.50,EUR", "", "B,0,eur")).toEqual(expected)
    expect(read("\uFEFFCurrency;SKU;note;Unit_Cost", "eur;A;1,5 kg;4.5", "", "eur;B;;0")).toEqual(expected)
    expect(read("sku\tcurrency_code\tunit_cost", '"A"\teur\t4.5', "", "B\teur\t0")).toEqual(expected)
  })

  it("names items by their id too, which counts where both are given", () => {
    expect(read("inventory_item_id,sku,unit_cost,currency", "iitem_1,A,1,eur")).toMatchObject([
      { inventory_item_id: "iitem_1", sku: "A" },
    ])
  })

  it.each([
    [["sku,unit_cost", "A,1"], /^invalid_csv: Line 1 .*needs unit_cost and currency/],
    [["unit_cost,currency", "1,eur"], /^invalid_csv: Line 1 .*needs sku or inventory_item_id/],
    [["sku,unit_cost,currency,location", "A,1,eur,main"], /^invalid_csv: Line 1 .*take the location out/],
    [
      ["sku,unit_cost,currency,currency_code", "A,1,eur,usd"],
      /^invalid_csv: Line 1 .*keep one currency_code/,
    ],
    [["sku,unit_cost,currency", "A,1,eur", "B,1"], /^invalid_csv: Line 3 cannot be read/],
    [["sku,unit_cost,currency", "A,4,50,eur"], /^invalid_csv: Line 2 cannot be read/],
    [["sku,unit_cost,currency", 'A,"4,50",eur'], /^invalid_cost: Line 2: unit_cost .*"4,50".* after a point/],
    [["sku;unit_cost;currency", "A;4,50;eur"], /^invalid_cost: Line 2: unit_cost .*"4,50"/],
    [["sku;currency;unit_cost;note", "A;eur;4,50"], /^invalid_csv: Line 2 cannot be read/],
    [["sku,unit_cost,currency", "A,1,eur", "B,-1,eur"], /^invalid_cost: Line 3: unit_cost .*"-1"/],
    [["sku,unit_cost,currency", "A,NaN,eur"], /^invalid_cost: Line 2: unit_cost .*"NaN"/],
    [["sku,unit_cost,currency", "A,1e3,eur"], /^invalid_cost: Line 2: unit_cost .*"1e3"/],
    [["sku,unit_cost,currency", "A,,eur"], /^invalid_cost: Line 2: unit_cost .*""/],
    [["sku,unit_cost,currency", "A,1,euro"], /^invalid_cost: Line 2: currency_code .*"euro"/],
    [["sku,unit_cost,currency", ",1,eur"], /^invalid_cost: Line 2: name the item/],
    [["sku,unit_cost,currency", "A,1,eur", "B,1,eur", "A,2,eur"], /^duplicate_row: Line 2 and Line 4 .*"A"/],
    [["sku,unit_cost,currency"], /^too_many_rows: 0 costs/],
    [[""], /^too_many_rows: 0 costs/],
  ])("is refused by line and value: %j", (lines, expected) => {
    expect(refusal(...lines)).toMatch(expected)
  })
})
