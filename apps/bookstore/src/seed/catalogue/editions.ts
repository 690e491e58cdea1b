import { Edition } from "./book"

/** Further editions of books on the shelves, by title: one more variant each. */
export const furtherEditions: Record<string, Edition> = {
  "A Gentleman in Moscow": { isbn: "9780670026197", format: "Hardcover", price: 30 },
  "All the Light We Cannot See": { isbn: "9781476746586", format: "Hardcover", price: 30 },
  Dune: { isbn: "9780593099322", format: "Hardcover", price: 40 },
  Educated: { isbn: "9780399590528", format: "Paperback", price: 20 },
  "Gone Girl": { isbn: "9780307588364", format: "Hardcover", price: 29 },
  Sapiens: { isbn: "9780062316097", format: "Hardcover", price: 40 },
  "Station Eleven": { isbn: "9780385353304", format: "Hardcover", price: 28 },
  "Steve Jobs": { isbn: "9781451648539", format: "Hardcover", price: 35 },
  "The Book Thief": { isbn: "9780375831003", format: "Hardcover", price: 21.99 },
  "The Goldfinch": { isbn: "9780316055437", format: "Hardcover", price: 32 },
  "The Hunger Games": { isbn: "9780439023481", format: "Hardcover", price: 19.99 },
  "The Immortal Life of Henrietta Lacks": { isbn: "9781400052172", format: "Hardcover", price: 28 },
  "The Martian": { isbn: "9780804139021", format: "Hardcover", price: 28 },
  "Thinking, Fast and Slow": { isbn: "9780374275631", format: "Hardcover", price: 35 },
  "Wolf Hall": { isbn: "9780805080681", format: "Hardcover", price: 32 },
}

/** A boxed set has no stock of its own: one of it takes one of each volume, by the volumes' ISBNs. */
export const boxedSets: Record<string, string[]> = {
  "The Hunger Games Trilogy Boxed Set": ["9780439023481", "9780439023498", "9780439023511"],
}

/** Printed when ordered, so there is nothing to count. */
export const printedOnDemand = ["On the Origin of Species"]

/** Sold on when the shelf is empty, since the publisher keeps reprinting them; with the lead time in days. */
export const backordered: Record<string, { min: number; max: number }> = {
  "Capital in the Twenty-First Century": { min: 7, max: 14 },
  "Jane Eyre": { min: 2, max: 4 },
  "Lincoln in the Bardo": { min: 5, max: 10 },
  "The Elements of Style": { min: 3, max: 7 },
  "The Giving Tree": { min: 4, max: 9 },
}
