import { parseOptions } from "../../src/options"

/** The options the bookstore runs with: all defaults. */
export const OPTIONS = parseOptions({})
