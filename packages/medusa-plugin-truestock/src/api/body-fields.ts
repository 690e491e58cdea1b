import { quoted, TruestockError } from "../errors"

/** What is parsed without recursion must still be walked with it, by us and by Medusa's workflows. */
const DEEPEST_BODY = 100

/**
 * The fields of a request's body, strict like a query string: a field that is not known is refused rather than
 * ignored. What the fields may hold is for the module to say.
 *
 * @throws invalid_body
 */
export function bodyFields<Name extends string>(
  names: readonly Name[],
  body: unknown
): Partial<Record<Name, unknown>> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new TruestockError("invalid_body", `Body ${quoted(body)} must be an object. ${known(names)}`)
  }
  if (isDeeperThan(DEEPEST_BODY, body)) {
    throw new TruestockError(
      "invalid_body",
      `The body is nested more than ${DEEPEST_BODY} levels deep. ${known(names)}`
    )
  }
  for (const [name, value] of Object.entries(body)) {
    if (!names.includes(name as Name)) {
      throw new TruestockError(
        "invalid_body",
        `Unknown field ${quoted(name)} with the value ${quoted(value)} in the body. ${known(names)}`
      )
    }
  }
  return body
}

const known = (names: readonly string[]) =>
  names.length > 0 ? `Use ${names.join(", ")}.` : "None is taken here."

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(levels - 1, part))
}
