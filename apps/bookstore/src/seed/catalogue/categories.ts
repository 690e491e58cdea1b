/** The categories of the shop and what is under them; the shelves name the inner ones. */
export const categories: Record<string, string[]> = {
  Fiction: [
    "Literary Fiction",
    "Classics",
    "Science Fiction",
    "Fantasy",
    "Crime & Mystery",
    "Poetry & Drama",
  ],
  Nonfiction: [
    "History",
    "Science",
    "Economics & Business",
    "Biography & Memoir",
    "Food & Drink",
    "Ideas & Writing",
  ],
  "Children & Young Readers": ["Picture Books", "Middle Grade", "Young Adult"],
  Comics: ["Graphic Novels"],
}
