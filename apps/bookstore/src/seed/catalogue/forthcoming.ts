import { BookRow } from "./book"

/**
 * Announced, awaited, and without a date from their publishers: so the demo gives them one, as a number of days
 * from the day of seeding, and never goes stale. Their ISBNs stand in until the real ones are assigned.
 */
interface Forthcoming {
  category: string
  inDays: number
  /** False: announced only, nobody may order it yet. */
  preorder: boolean
  book: BookRow
}

// A line per book.
// prettier-ignore
export const forthcoming: Forthcoming[] = [
  { category: "Fantasy", inDays: 45, preorder: true, book: ["9781250399991", "Alecto the Ninth", "Tamsyn Muir", "Tordotcom", "", 29.99, "Hardcover", "series", "The last volume of the series that began with Gideon the Ninth."] },
  { category: "Fantasy", inDays: 90, preorder: true, book: ["9780756499990", "The Doors of Stone", "Patrick Rothfuss", "DAW", "", 34, "Hardcover", "series", "The third day of the story Kvothe began in The Name of the Wind."] },
  { category: "Fantasy", inDays: 200, preorder: true, book: ["9780553899993", "The Winds of Winter", "George R. R. Martin", "Bantam", "", 38, "Hardcover", "series", "The sixth volume of the series that began with A Game of Thrones."] },
  { category: "Fantasy", inDays: 330, preorder: false, book: ["9780553999990", "The Thorn of Emberlain", "Scott Lynch", "Del Rey", "", 30, "Hardcover", "series", "Locke Lamora goes to war, in the fourth book of the Gentleman Bastards."] },
]
