import fc from "fast-check"
import { FeedError } from "../../errors"
import { gtinCheckDigit, isIsbn13, normaliseEan13, readEan13, toIsbn10 } from ".."

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(""))
const ean13 = digits(12)
  .filter((body) => /[1-9]/.test(body))
  .map((body) => `${body}${gtinCheckDigit(body)}`)
const isbn978 = digits(9).map((body) => `978${body}${gtinCheckDigit(`978${body}`)}`)
const noise = fc.constantFrom(
  "-",
  " ",
  "\u00a0",
  "\u2009",
  "\u3000",
  "\u2010",
  "\u2011",
  "\u2014",
  "\u2212",
  "\u200b",
  ""
)

const problemOf = (text: string) => {
  const reading = readEan13(text)
  return "problem" in reading ? reading.problem : reading.ean13
}

describe("the thirteen digits of a title", () => {
  it.each([
    ["9780140177398", "9780140177398"],
    ["0140177396", "9780140177398"],
    ["0670022950", "9780670022953"],
    ["080442957X", "9780804429573"],
    ["0-8044-2957-x", "9780804429573"],
    ["140177396", "9780140177398"],
    ["ISBN 978-0-14-017739-8", "9780140177398"],
    ["ISBN-13: 978-0-14-017739-8", "9780140177398"],
    ["isbn13 9780140177398", "9780140177398"],
    ["ISBN-10: 0 14 017739 6", "9780140177398"],
    ["EAN: 9780140177398", "9780140177398"],
    ["978\u20110\u201314\u2212017739\u00ad8\ufeff", "9780140177398"],
    ["９７８０１４０１７７３９８", "9780140177398"],
    ["9780140177398.0", "9780140177398"],
    ['="0140177396"', "9780140177398"],
    ["'0140177396", "9780140177398"],
    ["036000291452", "0036000291452"],
    ["36000291452", "0036000291452"],
    ["UPC-12: 036000291452", "0036000291452"],
    ["00036000291452", "0036000291452"],
    ["GTIN-14: 09780140177398", "9780140177398"],
    ["979-8-6000000-0-1", "9798600000001"],
    ["9790260000438", "9790260000438"],
  ])("of %j are %s", (text, expected) => {
    expect(normaliseEan13(text)).toBe(expected)
  })

  it.each([
    ["", "missing_identifier"],
    [" \u200b- ", "missing_identifier"],
    ["0000000000000", "missing_identifier"],
    ["9.78E+12", "spreadsheet_damage"],
    ["9,78014E+12", "spreadsheet_damage"],
    ["9.780140177398E12", "spreadsheet_damage"],
    ["9780140177398.5", "bad_characters"],
    ["978014017739B", "bad_characters"],
    ["97801401X7398", "bad_characters"],
    ["٩٧٨٠١٤٠١٧٧٣٩٨", "bad_characters"],
    ["978014017739X", "bad_length"],
    ["97801401", "bad_length"],
    ["978014017739812", "bad_length"],
    ["9780140177397", "bad_check_digit"],
    ["0140177397", "bad_check_digit"],
    ["140177397", "bad_check_digit"],
    ["10036000291459", "pack_identifier"],
    ["ISBN 4006381333931", "not_an_isbn"],
    ["ISBN 9790260000438", "not_an_isbn"],
  ])("are not in %j: %s", (text, problem) => {
    expect(problemOf(text)).toBe(problem)
  })

  it("are refused with the offending value and the check digit expected", () => {
    expect(() => normaliseEan13("9780140177397")).toThrow(FeedError)
    expect(() => normaliseEan13("9780140177397")).toThrow('"9780140177397" ends in 7, not 8.')
    expect(() => normaliseEan13(9780140177398 as never)).toThrow("is not text")
  })

  it("are found in whatever dashes, spaces and label they come", () => {
    fc.assert(
      fc.property(
        ean13,
        fc.array(noise, { minLength: 13, maxLength: 13 }),
        fc.constantFrom("", "EAN:", "EAN-13: ", "GTIN "),
        (ean, between, label) => {
          const written = label + [...ean].map((digit, index) => digit + between[index]).join("")
          expect(normaliseEan13(written)).toBe(ean)
        }
      )
    )
  })

  it("are not found once any digit is another", () => {
    fc.assert(
      fc.property(
        ean13,
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (ean, at, shift) => {
          const other = ean.slice(0, at) + ((Number(ean[at]) + shift) % 10) + ean.slice(at + 1)
          fc.pre(/[1-9]/.test(other))
          expect(problemOf(other)).toBe("bad_check_digit")
        }
      )
    )
  })

  it("go to the ISBN-10 and back, for 978 alone", () => {
    fc.assert(
      fc.property(isbn978, (ean) => {
        const isbn10 = toIsbn10(ean)!
        fc.pre(/[1-9]/.test(isbn10))
        expect(normaliseEan13(isbn10)).toBe(ean)
        expect(normaliseEan13(isbn10.replace(/^0/, ""))).toBe(ean)
      })
    )
    expect(toIsbn10("9798600000001")).toBeNull()
  })

  it("come from a GTIN-14 with indicator 0 alone", () => {
    fc.assert(
      fc.property(digits(12), fc.integer({ min: 0, max: 9 }), (body, indicator) => {
        fc.pre(/[1-9]/.test(body))
        const gtin14 = `${indicator}${body}${gtinCheckDigit(`${indicator}${body}`)}`
        expect(problemOf(gtin14)).toBe(indicator === 0 ? gtin14.slice(1) : "pack_identifier")
      })
    )
  })

  it("never come out of noise without a valid check digit", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        const reading = readEan13(text)
        if ("ean13" in reading)
          expect(gtinCheckDigit(reading.ean13.slice(0, 12))).toBe(Number(reading.ean13[12]))
      })
    )
  })

  it("tell books from music", () => {
    expect([
      isIsbn13("9780140177398"),
      isIsbn13("9798600000001"),
      isIsbn13("9790260000438"),
      isIsbn13("4006381333931"),
    ]).toEqual([true, true, false, false])
  })
})
