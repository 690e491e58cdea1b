import { quoted, TruestockError } from "../../../errors"
import { isStorableJson } from "../../../storable-text"
import { OLD_COLUMN, type SimpleField } from "./sql/read-simple-quantities"

/** Where a shop kept its quantities. */
export type QuantitySource = SimpleField | { kind: "csv"; file: string }

/** Reads `metadata:<key>`, `csv:<file>` or `column:inventory_quantity`. @throws invalid_parameter */
export function parseSource(from: string): QuantitySource {
  const [, kind, rest] = /^(\w+):(.+)$/s.exec(from) ?? []
  if (rest && isStorableJson(rest)) {
    if (kind === "metadata") return { kind, key: rest }
    if (kind === "csv") return { kind, file: rest }
    if (kind === "column" && rest === OLD_COLUMN) return { kind }
  }
  throw new TruestockError(
    "invalid_parameter",
    `from has the value ${quoted(from)}; use metadata:<key>, csv:<file> or column:${OLD_COLUMN}.`
  )
}
