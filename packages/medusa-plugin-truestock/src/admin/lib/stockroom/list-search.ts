export const ROWS_PER_PAGE = 20

/** Which values a filter of a list may have; none = any text. */
export type Filters<Name extends string> = Record<Name, readonly string[] | undefined>

/** What the operator looks for in a list. `page` counts from 0. */
export type ListSearch<Name extends string> = { filters: Partial<Record<Name, string>>; page: number }

/** Reads the page's address. What it does not know it leaves out: an address is typed and shared by people. */
export function readListSearch<Name extends string>(
  search: URLSearchParams,
  known: Filters<Name>
): ListSearch<Name> {
  const filters: Partial<Record<Name, string>> = {}
  for (const name of Object.keys(known) as Name[]) {
    const value = search.get(name)
    if (value && (known[name]?.includes(value) ?? true)) filters[name] = value
  }
  const page = Number(search.get("page") ?? 1)
  return { filters, page: Number.isSafeInteger(page) && page > 0 ? page - 1 : 0 }
}

/** The page's address for it, without what is as it is by default. */
export function writeListSearch<Name extends string>({ filters, page }: ListSearch<Name>): URLSearchParams {
  return new URLSearchParams({ ...given(filters), ...(page > 0 && { page: String(page + 1) }) })
}

/** As the lists of the API read it. */
export function listQuery<Name extends string>({ filters, page }: ListSearch<Name>) {
  return { ...given(filters), limit: ROWS_PER_PAGE, offset: page * ROWS_PER_PAGE }
}

function given<Name extends string>(filters: Partial<Record<Name, string>>): Record<string, string> {
  const trimmed = Object.entries<string | undefined>(filters).map(([name, value]) => [name, value?.trim()])
  return Object.fromEntries(trimmed.filter(([, value]) => value))
}
