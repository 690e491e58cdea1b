/** What the pager of a table says, which @medusajs/ui says in English by itself. */
export const paginationTexts = (t: (key: string) => string) => ({
  of: t("truestock.shared.pagination.of"),
  results: t("truestock.shared.pagination.results"),
  pages: t("truestock.shared.pagination.pages"),
  prev: t("truestock.shared.pagination.prev"),
  next: t("truestock.shared.pagination.next"),
})
