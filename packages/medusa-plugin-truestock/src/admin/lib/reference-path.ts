import type { Reference } from "./answers"

const PAGE_OF_REFERENCE: Record<string, string> = {
  order: "/orders",
  transfer: "/transfers",
  count: "/stock-take",
}

const PAGE_OF_ACTOR: Record<string, string> = {
  user: "/settings/users",
  customer: "/customers",
  "api-key": "/settings/secret-api-keys",
}

/** Where the dashboard shows it; undefined for what has no page of its own. */
export function referencePath({ type, id }: Reference): string | undefined {
  const page = PAGE_OF_REFERENCE[type]
  return page && `${page}/${id}`
}

/** Where the dashboard shows who made a change. */
export function actorPath(type: string, id: string): string | undefined {
  const page = PAGE_OF_ACTOR[type]
  return page && `${page}/${id}`
}

/**
 * What an operator wants to see of a movement's references: the order first, and no order line beside an order,
 * since the line is a detail of it.
 */
export function shownReferences(references: Reference[]): Reference[] {
  const hasOrder = references.some(({ type }) => type === "order")
  const shown = references.filter(({ type }) => !(hasOrder && type === "line_item"))
  return shown.sort((a, b) => Number(b.type === "order") - Number(a.type === "order"))
}
