import { Shelf } from "./book"

// A line per book.
// prettier-ignore
export const children: Shelf[] = [
  {
    category: "Picture Books",
    books: [
      ["9780060254926", "Where the Wild Things Are", "Maurice Sendak", "HarperCollins", "1963-04-09", 19.99, "Hardcover", "illustrated, award, on-screen", "Sent to bed without supper, Max sails off to be king of the monsters."],
      ["9780399226908", "The Very Hungry Caterpillar", "Eric Carle", "Philomel", "1969-06-03", 10.99, "Board Book", "illustrated, classic", "A caterpillar eats its way through the week and the pages."],
      ["9780060775858", "Goodnight Moon", "Margaret Wise Brown", "HarperCollins", "1947-09-03", 18.99, "Hardcover", "illustrated, classic", "A little rabbit says goodnight to everything in the room."],
      ["9780394800165", "Green Eggs and Ham", "Dr. Seuss", "Random House", "1960-08-12", 9.99, "Hardcover", "illustrated, classic", "Sam-I-Am will not stop offering, in a story of just fifty different words."],
      ["9780140501827", "The Snowy Day", "Ezra Jack Keats", "Puffin", "1962", 8.99, "Paperback", "illustrated, award", "Peter goes out into the first snow in his red suit."],
      ["9780670451494", "Make Way for Ducklings", "Robert McCloskey", "Viking", "1941", 18.99, "Hardcover", "illustrated, award", "A family of mallards crosses Boston with the help of a policeman."],
      ["9780060256654", "The Giving Tree", "Shel Silverstein", "HarperCollins", "1964-10-07", 18.99, "Hardcover", "illustrated, classic", "A tree gives a boy everything it has, as long as he lives."],
      ["9780805047905", "Brown Bear, Brown Bear, What Do You See?", "Bill Martin Jr.", "Henry Holt", "1967", 8.99, "Board Book", "illustrated, classic", "One animal after another sees the next, each in its color."],
      ["9780395389492", "The Polar Express", "Chris Van Allsburg", "Houghton Mifflin", "1985-10", 19.99, "Hardcover", "illustrated, award, on-screen", "A boy takes the night train to the North Pole on Christmas Eve."],
    ],
  },
  {
    category: "Middle Grade",
    books: [
      ["9780064400558", "Charlotte's Web", "E. B. White", "HarperCollins", "1952-10-15", 9.99, "Paperback", "classic, illustrated, on-screen", "A spider saves a pig by what she writes in her web."],
      ["9780440498056", "A Wrinkle in Time", "Madeleine L'Engle", "Yearling", "1962-01-01", 8.99, "Paperback", "award, series, on-screen", "Meg crosses space with her brother and a friend to find their father."],
      ["9780440414803", "Holes", "Louis Sachar", "Yearling", "1998-08-20", 9.99, "Paperback", "award, on-screen", "At a camp in the desert boys have to dig holes, and nobody says why."],
      ["9780142410370", "Matilda", "Roald Dahl", "Puffin", "1988-10-01", 9.99, "Paperback", "illustrated, on-screen", "A small girl with a large mind takes on a terrible headmistress."],
      ["9780142403884", "Charlie and the Chocolate Factory", "Roald Dahl", "Puffin", "1964-01-17", 6.99, "Paperback", "illustrated, on-screen", "Five children win a tour of Willy Wonka's factory."],
      ["9780394820378", "The Phantom Tollbooth", "Norton Juster", "Yearling", "1961-08-12", 9.99, "Paperback", "classic, illustrated", "Bored Milo drives through a tollbooth into the lands of words and numbers."],
      ["9780786838653", "The Lightning Thief", "Rick Riordan", "Disney Hyperion", "2005-06-28", 8.99, "Paperback", "series, on-screen", "Percy Jackson learns that his father is a Greek god and that he is accused of theft."],
      ["9780375869020", "Wonder", "R. J. Palacio", "Knopf", "2012-02-14", 17.99, "Hardcover", "debut, on-screen", "A boy with a different face goes to school for the first time, in fifth grade."],
      ["9780064404990", "The Lion, the Witch and the Wardrobe", "C. S. Lewis", "HarperCollins", "1950-10-16", 9.99, "Paperback", "classic, series, on-screen", "Four children step through a wardrobe into a land where it is always winter."],
      ["9780061139376", "Coraline", "Neil Gaiman", "HarperCollins", "2002-07-02", 9.99, "Paperback", "award, on-screen, short", "Behind a door in the new house live another mother and another father, with buttons for eyes."],
    ],
  },
  {
    category: "Young Adult",
    books: [
      ["9780439023528", "The Hunger Games", "Suzanne Collins", "Scholastic", "2008-09-14", 14.99, "Paperback", "series, on-screen", "Katniss Everdeen takes her sister's place in a televised fight to the death."],
      ["9780439023498", "Catching Fire", "Suzanne Collins", "Scholastic", "2009-09-01", 19.99, "Hardcover", "series, on-screen", "The victors are sent back into the arena as rebellion spreads."],
      ["9780439023511", "Mockingjay", "Suzanne Collins", "Scholastic", "2010-08-24", 19.99, "Hardcover", "series, on-screen", "Katniss becomes the face of a war against the Capitol."],
      ["9780545265355", "The Hunger Games Trilogy Boxed Set", "Suzanne Collins", "Scholastic", "2010-08-24", 53.97, "Boxed Set", "series, on-screen", "The three Hunger Games novels in hardcover, in a slipcase."],
      ["9780375842207", "The Book Thief", "Markus Zusak", "Knopf", "2005", 14.99, "Paperback", "historical, on-screen, book-club", "Death tells of a girl in Nazi Germany who steals books."],
      ["9780525478812", "The Fault in Our Stars", "John Green", "Dutton", "2012-01-10", 18.99, "Hardcover", "on-screen", "Two teenagers meet in a support group for young cancer patients."],
      ["9780385732550", "The Giver", "Lois Lowry", "Delacorte", "1993", 11.99, "Paperback", "award, series, on-screen", "In a community without pain a boy is chosen to keep its memories."],
      ["9780679879244", "The Golden Compass", "Philip Pullman", "Knopf", "1995-07-09", 20.99, "Hardcover", "award, series, on-screen", "Lyra and her daemon go north to find the children who were taken."],
      ["9780062024039", "Divergent", "Veronica Roth", "HarperCollins", "2011-04-25", 17.99, "Hardcover", "debut, series, on-screen", "In a city of five factions a girl fits more than one, which is forbidden."],
      ["9781627792127", "Six of Crows", "Leigh Bardugo", "Henry Holt", "2015-09-29", 19.99, "Hardcover", "series, on-screen", "Six outcasts are offered a fortune to break into a fortress."],
      ["9780062498533", "The Hate U Give", "Angie Thomas", "Balzer + Bray", "2017-02-28", 18.99, "Hardcover", "award, debut, on-screen", "Starr is the only witness when a policeman shoots her friend."],
    ],
  },
  {
    category: "Graphic Novels",
    books: [
      ["9780375714573", "Persepolis", "Marjane Satrapi", "Pantheon", "2000", 17, "Paperback", "translated, memoir, illustrated", "A girl grows up in Tehran through revolution and war."],
      ["9780394747231", "Maus I", "Art Spiegelman", "Pantheon", "1986", 17, "Paperback", "award, memoir, illustrated", "The author asks his father how he survived, and draws the answer with mice and cats."],
      ["9780930289232", "Watchmen", "Alan Moore and Dave Gibbons", "DC Comics", "1986-09", 19.99, "Paperback", "classic, illustrated, on-screen", "Somebody is killing retired costumed heroes as the world drifts toward nuclear war."],
    ],
  },
]
