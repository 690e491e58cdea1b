import { Shelf } from "./book"

// A line per book.
// prettier-ignore
export const nonfiction: Shelf[] = [
  {
    category: "History",
    books: [
      ["9780062316110", "Sapiens", "Yuval Noah Harari", "Harper", "2011", 24.99, "Paperback", "translated, book-club", "A history of humankind from foragers to genetic engineers, told by its shared stories."],
      ["9780393317558", "Guns, Germs, and Steel", "Jared Diamond", "W. W. Norton", "1997-03", 19.95, "Paperback", "award", "Why some societies came to rule others, explained by geography, crops and animals."],
      ["9780345476098", "The Guns of August", "Barbara W. Tuchman", "Presidio Press", "1962", 9.99, "Paperback", "award, classic", "The first month of the First World War, day by day."],
      ["9781631492228", "SPQR", "Mary Beard", "Liveright", "2015-10-20", 19.95, "Paperback", "book-club", "A thousand years of Rome, from a village to an empire that made everybody free a citizen."],
      ["9780679763888", "The Warmth of Other Suns", "Isabel Wilkerson", "Vintage", "2010-09-07", 19, "Paperback", "award, book-club", "Three lives among the six million Black Americans who left the South."],
      ["9780060838652", "A People's History of the United States", "Howard Zinn", "Harper Perennial", "1980", 22.99, "Paperback", "classic", "American history from the side of workers, slaves, women and the conquered."],
      ["9780743270755", "Team of Rivals", "Doris Kearns Goodwin", "Simon & Schuster", "2005-10-25", 24, "Paperback", "award, on-screen", "Abraham Lincoln fills his cabinet with the men he beat to the nomination."],
      ["9780375725609", "The Devil in the White City", "Erik Larson", "Vintage", "2003-02-11", 18, "Paperback", "award, book-club", "The architect of Chicago's world's fair and the murderer who worked in its shadow."],
      ["9780143037750", "Postwar", "Tony Judt", "Penguin Books", "2005-10", 25, "Paperback", "award", "How Europe was rebuilt, divided and joined again after 1945."],
    ],
  },
  {
    category: "Science",
    books: [
      ["9780553380163", "A Brief History of Time", "Stephen Hawking", "Bantam", "1988-03-01", 20, "Paperback", "classic, short", "Where the universe came from and whether time will end, without the equations."],
      ["9780345331359", "Cosmos", "Carl Sagan", "Ballantine Books", "1980-10", 9.99, "Paperback", "classic, on-screen", "The story of the universe and of the people who worked it out."],
      ["9780199291151", "The Selfish Gene", "Richard Dawkins", "Oxford University Press", "1976", 18.95, "Paperback", "classic", "Evolution seen from the point of view of the gene."],
      ["9781439107959", "The Emperor of All Maladies", "Siddhartha Mukherjee", "Scribner", "2010-11-16", 35, "Hardcover", "award, on-screen", "Four thousand years of cancer and of those who fought it."],
      ["9781400052189", "The Immortal Life of Henrietta Lacks", "Rebecca Skloot", "Crown", "2010-02-02", 18, "Paperback", "award, on-screen, book-club", "The woman whose cells, taken without asking, changed medicine, and the family she left."],
      ["9781476733500", "The Gene", "Siddhartha Mukherjee", "Scribner", "2016-05-17", 32, "Hardcover", "book-club", "From Mendel's peas to gene editing, with the author's own family in between."],
      ["9780805092998", "The Sixth Extinction", "Elizabeth Kolbert", "Henry Holt", "2014-02-11", 30, "Hardcover", "award", "Reports from places where species are vanishing now, and why this time we are the cause."],
      ["9780393316049", "Surely You're Joking, Mr. Feynman!", "Richard P. Feynman", "W. W. Norton", "1985-01", 17.95, "Paperback", "memoir", "A physicist cracks safes, plays the bongo and asks awkward questions."],
      ["9780767908184", "A Short History of Nearly Everything", "Bill Bryson", "Broadway Books", "2003-05-06", 22, "Paperback", "award", "A curious traveler finds out what scientists know and how they found it."],
      ["9780140439120", "On the Origin of Species", "Charles Darwin", "Penguin Classics", "1859-11-24", 14, "Paperback", "classic", "The book that made the case for evolution by natural selection."],
    ],
  },
  {
    category: "Economics & Business",
    books: [
      ["9780374533557", "Thinking, Fast and Slow", "Daniel Kahneman", "Farrar, Straus and Giroux", "2011-10-25", 20, "Paperback", "award, book-club", "Two systems of thought, one quick and one lazy, and the mistakes that follow."],
      ["9780061234002", "Freakonomics", "Steven D. Levitt and Stephen J. Dubner", "William Morrow", "2005-04-12", 27.99, "Hardcover", "on-screen", "An economist looks for incentives among teachers, sumo wrestlers and drug dealers."],
      ["9780674430006", "Capital in the Twenty-First Century", "Thomas Piketty", "Harvard University Press", "2013-08", 45, "Hardcover", "translated, award", "Three centuries of data on who owns what, and why the gap widens."],
      ["9780393072235", "The Big Short", "Michael Lewis", "W. W. Norton", "2010-03-15", 27.95, "Hardcover", "on-screen", "The few who saw the mortgage market would fail, and bet on it."],
      ["9780393324815", "Moneyball", "Michael Lewis", "W. W. Norton", "2003-06-17", 17.95, "Paperback", "on-screen", "A poor baseball team wins by counting what others overlook."],
    ],
  },
]
