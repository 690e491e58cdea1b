/** Why a page that was answered is not taken. It becomes a reject. */
export class PageProblem extends Error {
  constructor(
    readonly code: "layout_changed" | "no_stock_table" | "other_title" | "bad_price",
    message: string
  ) {
    super(message)
  }
}
