type Value = string | number | boolean | null | undefined | readonly (string | number)[]

/**
 * The query string of filters, with its `?` where there is something to ask. Names are sorted, so that equal filters
 * have one address and caches on the way find it. Several values stand in one parameter, since servers read only so
 * many repetitions of a name as a list.
 */
export function queryString(filters: object): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries<Value>({ ...filters })) {
    if (value === null || value === undefined) continue
    if (Array.isArray(value) && value.length === 0) continue
    query.set(name, String(value))
  }
  query.sort()
  const text = query.toString()
  return text && `?${text}`
}
