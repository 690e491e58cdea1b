import { quoted, TruestockError } from "../../../errors"
import { bodyFields } from "../../body-fields"

/** The list in a field of a body, each of it an object of these fields. @throws invalid_body */
export function rowsOf(field: string, names: readonly string[], value: unknown): object[] {
  if (!Array.isArray(value)) {
    throw new TruestockError(
      "invalid_body",
      `${field} has the value ${quoted(value)}; use a list of { ${names.join(", ")} }.`
    )
  }
  return value.map((row) => bodyFields(names, row))
}
