import type { Told } from "../../src/modules/availability/rules/__tests__/reference-table"
import type { Question } from "./listing-questions"
import type { Shelves } from "./reference-catalogue"
import { cardOf, categoryFacet, type Listed, listSlowly, statusFacet } from "./reference-listing"
import type { Booted } from "./run-with-shop"

type Headers = { headers: Record<string, string> }

/** Asks the listing, and holds what it answers against the reference. */
export class Comparison {
  /** How many pages were asked for: were every list empty or on one page, a comparison would prove little. */
  pages = 0
  /** How many lists had any product. */
  filled = 0

  constructor(
    private readonly booted: Booted,
    private readonly shelves: Shelves,
    private readonly keys: Headers[]
  ) {}

  /** The whole list twice: by offset as cards with every facet, and by cursor with products and variants. */
  async compare(asked: Question): Promise<void> {
    const expected = listSlowly(this.shelves, asked)
    if (expected.length > 0) this.filled++
    const facets = {
      status: statusFacet(this.shelves, asked),
      category_id: categoryFacet(this.shelves, asked),
    }

    const cards = await this.walk(asked, "offset", "view=card&facets=status,category_id")
    expect({ asked, counts: cards.counts }).toEqual({ asked, counts: [expected.length] })
    expect({ asked, found: cards.products }).toEqual({
      asked,
      found: expected.map((p) => asCard(p, asked.currency)),
    })
    expect({ asked, facets: cards.facets }).toEqual({ asked, facets })

    const full = await this.walk(asked, "cursor", "fields=id,variants.id")
    expect({ asked, counts: full.counts }).toEqual({ asked, counts: [expected.length] })
    expect({ asked, found: full.products.map(asFull) }).toEqual({ asked, found: expected.map(toldOf) })
  }

  async ask(asked: Question, more: string): Promise<any> {
    const query = new URLSearchParams([...asked.parameters, ["limit", `${asked.limit}`]])
    const url = `/store/products/available?${query}&${more}`
    const { status, data } = await this.booted.api.get(url, { ...this.keys[asked.key], validateStatus: null })
    expect({ url, status, message: data.message }).toEqual({ url, status: 200, message: undefined })
    this.pages++
    return data
  }

  /** Every page of the list. A page that is not the last is full, and says how to go on. */
  private async walk(asked: Question, by: "offset" | "cursor", more: string) {
    const products: any[] = []
    const counts = new Set<number>()
    let next: string | null = null
    let facets
    do {
      const place: string =
        by === "offset" ? `offset=${products.length}` : next === null ? "" : `cursor=${next}`
      const page = await this.ask(asked, `${more}&${place}`)
      products.push(...page.products)
      counts.add(page.count)
      facets = page.facets
      next = page.next_cursor
      const isLast = page.count <= products.length
      expect({ asked, by, isLast: next === null }).toEqual({ asked, by, isLast })
      if (!isLast) expect({ asked, found: page.products.length }).toEqual({ asked, found: asked.limit })
    } while (next !== null)
    return { products, counts: [...counts], facets }
  }
}

/** A note is there only where there is one; a moment is written as JSON has it. */
export function shown({ row: _, notes, available_on, eta, ...told }: Told) {
  return {
    ...told,
    available_on: available_on && new Date(available_on).toISOString(),
    eta: eta && new Date(eta).toISOString(),
    ...(notes !== null && { notes }),
  }
}

function asCard(listed: Listed, currency: string | undefined) {
  return { ...cardOf(listed, currency), availability: shown(listed.told) }
}

/** Every variant is there; at chosen locations some have nothing to say. */
export function toldOf({ id, told, variants, product }: Listed) {
  const ids = Object.keys(Object.values(product.channels)[0]!.variants)
  const variantsTold = ids.map((v) => [v, variants[v] ? shown(variants[v]) : null])
  return { id, availability: shown(told), variants: Object.fromEntries(variantsTold) }
}

export function asFull({ id, availability, variants }: any) {
  return { id, availability, variants: Object.fromEntries(variants.map((v: any) => [v.id, v.availability])) }
}
