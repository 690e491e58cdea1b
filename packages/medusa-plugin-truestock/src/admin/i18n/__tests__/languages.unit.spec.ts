import { BEST_FIRST } from "../../../modules/availability/status"
import i18n from "../index"

type Texts = { [key: string]: string | Texts }

/** Every text under its whole key: "movements.kind.set" -> "Set". */
function flat(texts: Texts, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === "string" ? [[prefix + key, text] as const] : [...flat(text, `${prefix}${key}.`)]
    )
  )
}

const placeholders = (text = "") => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

const english = flat(i18n.en.translation.truestock)
const languages = Object.entries(i18n).map(
  ([language, { translation }]) => [language, flat(translation.truestock)] as const
)

describe("The dashboard speaks", () => {
  it("English and German", () => {
    expect(languages.map(([language]) => language)).toEqual(["en", "de"])
  })

  it("of every status, and of one that it does not know", () => {
    expect(Object.keys(i18n.en.translation.truestock.status).sort()).toEqual(
      [...BEST_FIRST, "unknown"].sort()
    )
  })

  it("of an update in the words that operators and guides know", () => {
    expect(english.get("availability.title")).toBe("Availability")
    expect(english.get("availability.updated")).toBe("Availability updated successfully")
    expect(english.get("availability.failed")).toBe("Failed to update availability")
  })
})

describe.each(languages)("In language %s", (_, texts) => {
  it("there is every text that English has, and no other", () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it("no text is empty", () => {
    expect([...texts].filter(([, text]) => text.trim() === "")).toEqual([])
  })

  it("every text is filled in with the same values as in English", () => {
    const filledInOtherwise = [...texts].filter(
      ([key, text]) => String(placeholders(text)) !== String(placeholders(english.get(key)))
    )
    // The singular need not name the one.
    expect(filledInOtherwise.filter(([key]) => !key.endsWith("_one"))).toEqual([])
  })

  it("a text that counts has both a singular and a plural", () => {
    const stems = (suffix: string) =>
      [...texts.keys()].filter((key) => key.endsWith(suffix)).map((key) => key.slice(0, -suffix.length))
    expect(stems("_one").sort()).toEqual(stems("_other").sort())
  })
})

describe("German", () => {
  it("is not English left as it was, but for words that both have", () => {
    const [, german] = languages.find(([language]) => language === "de")!
    const long = [...german].filter(([key, text]) => text.length > 12 && english.get(key) === text)
    expect(long.filter(([, text]) => !text.includes("{{"))).toEqual([])
  })
})
