import { quoted, TruestockError } from "../errors"

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
