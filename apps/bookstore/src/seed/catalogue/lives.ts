import { Shelf } from "./book"

// A line per book.
// prettier-ignore
export const lives: Shelf[] = [
  {
    category: "Biography & Memoir",
    books: [
      ["9780553296983", "The Diary of a Young Girl", "Anne Frank", "Bantam", "1947-06-25", 8.99, "Paperback", "classic, translated, memoir", "A Jewish girl hiding in Amsterdam writes about fear, family and growing up."],
      ["9780316548182", "Long Walk to Freedom", "Nelson Mandela", "Little, Brown", "1994-11", 24.99, "Paperback", "memoir, on-screen", "From a village in the Transkei through twenty-seven years of prison to the presidency."],
      ["9781501127625", "Steve Jobs", "Walter Isaacson", "Simon & Schuster", "2011-10-24", 22, "Paperback", "on-screen", "The authorized life of Apple's founder, from more than forty interviews with him."],
      ["9780385486804", "Into the Wild", "Jon Krakauer", "Anchor", "1996-01-13", 17, "Paperback", "on-screen, short", "Why a young man gave away his savings and walked into Alaska."],
      ["9780743247542", "The Glass Castle", "Jeannette Walls", "Scribner", "2005-03", 19, "Paperback", "memoir, on-screen, book-club", "Four children raise themselves while their brilliant parents keep moving."],
      ["9780399590504", "Educated", "Tara Westover", "Random House", "2018-02-20", 28, "Hardcover", "memoir, debut, book-club", "Kept from school by survivalist parents, a woman studies her way to a doctorate."],
      ["9780399588198", "Born a Crime", "Trevor Noah", "One World", "2016-11-15", 20, "Paperback", "memoir, book-club", "A childhood in South Africa as the son of parents forbidden to have him."],
      ["9780143034759", "Alexander Hamilton", "Ron Chernow", "Penguin Books", "2004-04-26", 22, "Paperback", "award, on-screen", "The orphan from the Caribbean who built America's finances and died in a duel."],
      ["9780374500016", "Night", "Elie Wiesel", "Hill & Wang", "1956", 11, "Paperback", "classic, translated, memoir", "A teenager and his father in Auschwitz and Buchenwald."],
      ["9780812988406", "When Breath Becomes Air", "Paul Kalanithi", "Random House", "2016-01-12", 28, "Hardcover", "memoir, book-club", "A neurosurgeon becomes a patient and asks what makes a life worth living."],
      ["9780807014295", "Man's Search for Meaning", "Viktor E. Frankl", "Beacon Press", "1946", 14, "Paperback", "classic, translated, short", "A psychiatrist describes the camps and what kept people alive in them."],
    ],
  },
  {
    category: "Food & Drink",
    books: [
      ["9781476753836", "Salt, Fat, Acid, Heat", "Samin Nosrat", "Simon & Schuster", "2017-04-25", 40, "Hardcover", "award, illustrated, on-screen", "Four elements that decide whether food tastes good, with recipes to practice them."],
      ["9781594200823", "The Omnivore's Dilemma", "Michael Pollan", "Penguin Press", "2006-04-11", 29.95, "Hardcover", "award", "Four meals followed back to the soil they came from."],
      ["9780375413407", "Mastering the Art of French Cooking", "Julia Child, Louisette Bertholle and Simone Beck", "Knopf", "1961-10-16", 40, "Hardcover", "classic, illustrated", "French dishes step by step for cooks without servants."],
    ],
  },
  {
    category: "Ideas & Writing",
    books: [
      ["9780140449334", "Meditations", "Marcus Aurelius", "Penguin Classics", "2006", 14, "Paperback", "classic, translated, short", "A Roman emperor's notes to himself on duty, anger and death."],
      ["9780205313426", "The Elements of Style", "William Strunk Jr. and E. B. White", "Longman", "1959", 14.95, "Hardcover", "classic, short", "Rules and advice for plain English prose."],
      ["9780385480017", "Bird by Bird", "Anne Lamott", "Anchor", "1994-09", 18, "Paperback", "memoir", "How to write when the page is empty: in small pieces."],
    ],
  },
]
