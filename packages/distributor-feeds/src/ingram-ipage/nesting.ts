const DEEPEST = 500
/** Elements whose end may be left out, or that have none, are not nested by their number. */
const WITHOUT_END =
  /^(p|li|dt|dd|td|th|tr|tbody|thead|tfoot|option|colgroup|col|br|hr|img|input|meta|link|area|base|embed|param|source|wbr)$/i

/** Whether to parse a page at all: the time a parser takes grows with the square of how deep elements are nested. */
export function isNestedTooDeeply(html: string): boolean {
  let depth = 0
  for (const [, end, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (WITHOUT_END.test(name!)) continue
    depth = end ? Math.max(0, depth - 1) : depth + 1
    if (depth > DEEPEST) return true
  }
  return false
}
