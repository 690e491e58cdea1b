import fc from "fast-check"
import { gtin13 } from "../../merchant.js"

it.each([
  ["9780312429980", "9780312429980"],
  ["978-0-312-42998-0", "9780312429980"],
  ["0312429983", "9780312429980"],
  ["0-8044-2957-x", "9780804429573"],
  ["036000291452", "0036000291452"],
])("reads %s as %s", (code, expected) => expect(gtin13(code)).toBe(expected))

it.each([
  ...["9780312429981", "0312429984", "036000291453", "978031242998", "97803124299800", "0000000000000"],
  ...["WOLF-HALL", "", " ", null, undefined, 9780312429980, "9780312４29980"],
])("has no number for %p", (code) => expect(gtin13(code)).toBeNull())

it("has thirteen digits or none, and reads what it wrote as it stands", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\dX -]{9,14}$/)), (code) => {
      const read = gtin13(code)
      if (read === null) return
      expect(read).toMatch(/^\d{13}$/)
      expect(gtin13(read)).toBe(read)
    })
  )
})
