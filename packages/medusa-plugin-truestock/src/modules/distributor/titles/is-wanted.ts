/** Whether a type of product is a book to this shop (`product_types`; null = all are). What has no type is one. */
export const isWanted = (type: string | null, types: string[] | null): boolean =>
  types === null || type === null || types.includes(type)
