export type Format = "Paperback" | "Hardcover" | "Board Book" | "Boxed Set"

/**
 * One book on one line, so that a shelf reads like a table:
 * ISBN-13, title, author, publisher, first publication, list price in USD, format, tags, description.
 *
 * The publication date is the work's, not the edition's, and as exact as it is known: year, month or day.
 */
export type BookRow = [
  isbn: string,
  title: string,
  author: string,
  publisher: string,
  published: string,
  price: number,
  format: Format,
  tags: string,
  description: string,
]

/** The books of one sub-category. */
export interface Shelf {
  category: string
  books: BookRow[]
}

/** One edition is one variant; its ISBN is also its SKU. */
export interface Edition {
  isbn: string
  format: Format
  price: number
  /** The ISBNs of the volumes that a boxed set is packed from; their stock is its stock. */
  parts?: string[]
  /** Printed when ordered: there is no inventory to manage. */
  printedOnDemand?: boolean
  /** May be sold beyond what is there. */
  backorder?: boolean
}

export interface Book {
  handle: string
  title: string
  author: string
  publisher: string
  published: string
  description: string
  category: string
  collection?: string
  tags: string[]
  editions: Edition[]
}
