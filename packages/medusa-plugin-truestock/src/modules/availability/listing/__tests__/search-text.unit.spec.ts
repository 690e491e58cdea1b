import fc from "fast-check"
import { fold, foldCode, parseSearch, sortTitle, wordsOf } from "../search-text"

const anyText = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }))
const isWhole = (text: string) => !/\p{Cs}/u.test(text)

describe("Folded text", () => {
  it.each([
    ["Émile ZOLA", "emile zola"],
    ["Łódź", "lodz"],
    ["Smørrebrød", "smorrebrod"],
    ["Straße", "strasse"],
    ["STRASSE", "strasse"],
    ["ẞ", "ss"],
    ["Œuvres", "oeuvres"],
    ["İstanbul", "istanbul"],
    ["ΟΔΥΣΣΕΥΣ", "οδυσσευσ"],
    ["ﬁne", "fine"],
    ["Ｄｕｎｅ", "dune"],
    ["\u0065\u0301t\u00e9", "ete"],
    ["שָׁלוֹם", "שלום"],
    ["مُحَمَّد", "محمد"],
    ["三体", "三体"],
    ["👩‍🚀 Dune 📚", "👩‍🚀 dune 📚"],
    ["", ""],
  ])("of %j is %j", (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it("is the same when folded again, and whatever the case was", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      })
    )
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aZéÉßẞøØłŁσςΣиИğĞ ") }), (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text.toLowerCase()))
      })
    )
  })

  it("is cut for sorting, between characters and never inside of one", () => {
    expect(sortTitle("  Dune  ")).toBe("dune")
    expect([...sortTitle("x".repeat(10_000))]).toHaveLength(200)
    expect(sortTitle(`${"x".repeat(199)}𠮷𠮷`)).toBe(`${"x".repeat(199)}𠮷`)
    fc.assert(
      fc.property(anyText, (text) => {
        const title = sortTitle(text.repeat(20))
        expect([...title].length).toBeLessThanOrEqual(200)
        expect(!isWhole(text) || isWhole(title)).toBe(true)
      })
    )
  })
})

describe("The words of a text", () => {
  it.each([
    [["Dune", null, "dune"], ["dune"]],
    [["L'Étranger: roman"], ["l", "etranger", "roman"]],
    [["1984 (Orwell)"], ["1984", "orwell"]],
    [["C++ & C#"], ["c"]],
    [["!!! -- ''"], []],
    [["👩‍🚀"], []],
    [
      ["سلام دنیا", "三体"],
      ["سلام", "دنیا", "三体"],
    ],
    [[""], []],
  ])("of %j are %j", (texts, words) => {
    expect(wordsOf(...texts)).toEqual(words)
  })

  it("are at most 300 of at most 60 whole characters, each once", () => {
    const many = Array.from({ length: 1_000 }, (_, i) => `w${i}`).join(" ")
    expect(wordsOf(many)).toHaveLength(300)
    expect(wordsOf("a".repeat(10_000))).toEqual(["a".repeat(60)])
    // Sixty UTF-16 units end in the middle of the last one.
    expect(wordsOf(`${"三".repeat(59)}𠮷𠮷`)).toEqual([`${"三".repeat(59)}𠮷`])
  })

  it("hold nothing that the database would read as syntax, whatever is asked", () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.string({ unit: fc.constantFrom(..."a'\\:*&|!()<-> \"$é") })),
        (text) => {
          for (const word of parseSearch(text).words) {
            expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
            expect(isWhole(word)).toBe(true)
            expect(fold(word)).toBe(word)
          }
        }
      )
    )
  })

  it("of a beginning of a text are beginnings of its words", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Zéøßñ0-9 ]{1,40}$/), fc.nat(), (text, n) => {
        const words = wordsOf(text)
        for (const asked of wordsOf(text.slice(0, n % text.length))) {
          expect(words.some((word) => word.startsWith(asked))).toBe(true)
        }
      })
    )
  })
})

describe("A code", () => {
  it.each([
    "978-3-16-148410-0",
    "978 3 16 148410 0",
    "978‑3‑16‑148410‑0",
    "978–3161484100",
    " 9783161484100\t",
  ])("is found as %j too", (code) => {
    expect(foldCode(code)).toBe("9783161484100")
  })

  it("is compared in capitals", () => {
    expect(parseSearch("sku-77a").codes).toEqual(["SKU77A"])
  })

  it.each([
    ["3-16-148410-X", "9783161484100"],
    ["316148410x", "9783161484100"],
    ["0-306-40615-2", "9780306406157"],
    ["0 19 852663 6", "9780198526636"],
    ["0441013597", "9780441013593"],
  ])("that is the ISBN-10 %s is looked up as the ISBN-13 too", (isbn10, isbn13) => {
    expect(parseSearch(isbn10).codes).toEqual([foldCode(isbn10), isbn13])
  })

  it.each(["0306406153", "316148410Y", "X161484103", "030640615", "03064061522"])(
    "that is no ISBN-10, as %s, is only itself",
    (code) => {
      expect(parseSearch(code).codes).toEqual([code])
    }
  )

  it("of ten digits becomes an ISBN-13 with a right check digit, or none", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}[\dX]$/), (code) => {
        const [, isbn13] = parseSearch(code).codes
        if (isbn13 === undefined) return
        const sum = [...isbn13].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0)
        expect(isbn13).toMatch(/^978\d{10}$/)
        expect(sum % 10).toBe(0)
      }),
      { numRuns: 500 }
    )
  })

  it("is nothing where only separators were asked", () => {
    expect(parseSearch(" - – ")).toEqual({ words: [], codes: [] })
  })
})
