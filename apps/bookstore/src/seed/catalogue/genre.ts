import { Shelf } from "./book"

// A line per book.
// prettier-ignore
export const genre: Shelf[] = [
  {
    category: "Science Fiction",
    books: [
      ["9780441172719", "Dune", "Frank Herbert", "Ace", "1965-08", 10.99, "Paperback", "series, award, on-screen", "The heir of a betrayed house takes refuge among the desert people of the only planet with spice."],
      ["9780441569595", "Neuromancer", "William Gibson", "Ace", "1984-07-01", 9.99, "Paperback", "award, debut, series", "A burnt-out hacker is hired for one last run against an artificial intelligence."],
      ["9780441007318", "The Left Hand of Darkness", "Ursula K. Le Guin", "Ace", "1969-03", 17, "Paperback", "award, classic", "An envoy tries to win a winter planet whose people are neither men nor women."],
      ["9780553803716", "Foundation", "Isaac Asimov", "Spectra", "1951-06-01", 28, "Hardcover", "series, classic, on-screen", "A mathematician foresees the fall of the galactic empire and plans to shorten the dark age."],
      ["9780345404473", "Do Androids Dream of Electric Sheep?", "Philip K. Dick", "Del Rey", "1968-03", 18, "Paperback", "classic, on-screen", "A bounty hunter on a ruined Earth tracks androids that pass for people."],
      ["9780812550702", "Ender's Game", "Orson Scott Card", "Tor", "1985-01-15", 9.99, "Paperback", "series, award, on-screen", "A gifted boy is trained by war games for a war that is not a game."],
      ["9780553418026", "The Martian", "Andy Weir", "Broadway Books", "2011-09-27", 18, "Paperback", "debut, on-screen", "An astronaut left for dead on Mars has to grow food and call home."],
      ["9780553380958", "Snow Crash", "Neal Stephenson", "Bantam", "1992-06", 20, "Paperback", "satire", "A pizza courier with a sword investigates a drug that crashes minds and machines."],
      ["9780807083697", "Kindred", "Octavia E. Butler", "Beacon Press", "1979-06", 16, "Paperback", "classic, on-screen, book-club", "A woman of 1976 is pulled back, again and again, to a Maryland plantation before the Civil War."],
      ["9780765377067", "The Three-Body Problem", "Liu Cixin", "Tor", "2008-01", 26.99, "Hardcover", "award, translated, on-screen", "A secret signal from the years of the Cultural Revolution gets an answer."],
      ["9780385490818", "The Handmaid's Tale", "Margaret Atwood", "Anchor", "1985", 17, "Paperback", "award, on-screen, book-club", "In a theocracy that was once the United States, a woman is kept for the children she may bear."],
      ["9780345391803", "The Hitchhiker's Guide to the Galaxy", "Douglas Adams", "Del Rey", "1979-10-12", 8.99, "Paperback", "series, satire, on-screen", "Arthur Dent leaves the Earth moments before it makes way for a bypass."],
      ["9780316229296", "The Fifth Season", "N. K. Jemisin", "Orbit", "2015-08-04", 18.99, "Paperback", "award, series", "On a continent that keeps breaking, a mother follows the man who took her daughter."],
      ["9780804172448", "Station Eleven", "Emily St. John Mandel", "Vintage", "2014-09-09", 17, "Paperback", "award, on-screen, book-club", "Twenty years after a pandemic a troupe of actors walks the shores of the Great Lakes."],
    ],
  },
  {
    category: "Fantasy",
    books: [
      ["9780618260300", "The Hobbit", "J. R. R. Tolkien", "Houghton Mifflin", "1937-09-21", 14.99, "Paperback", "classic, on-screen", "Bilbo Baggins is talked into burgling a dragon."],
      ["9780618346257", "The Fellowship of the Ring", "J. R. R. Tolkien", "Houghton Mifflin", "1954-07-29", 16.99, "Paperback", "classic, series, on-screen", "Frodo leaves the Shire with a ring that must be destroyed, and eight companions."],
      ["9780618346264", "The Two Towers", "J. R. R. Tolkien", "Houghton Mifflin", "1954-11-11", 16.99, "Paperback", "classic, series, on-screen", "The fellowship is broken; Frodo goes on toward Mordor with Sam and a treacherous guide."],
      ["9780618346271", "The Return of the King", "J. R. R. Tolkien", "Houghton Mifflin", "1955-10-20", 16.99, "Paperback", "classic, series, on-screen", "War comes to Gondor while two hobbits climb the mountain of fire."],
      ["9780553588484", "A Game of Thrones", "George R. R. Martin", "Bantam", "1996-08-01", 9.99, "Paperback", "series, on-screen", "The great houses of Westeros scheme for a throne while winter draws near."],
      ["9780756404079", "The Name of the Wind", "Patrick Rothfuss", "DAW", "2007-03-27", 29, "Hardcover", "debut, series", "An innkeeper who was once a legend tells his own story, on the first of three days."],
      ["9780756404734", "The Wise Man's Fear", "Patrick Rothfuss", "DAW", "2011-03-01", 32, "Hardcover", "series", "On the second day Kvothe tells how he left the university and learned to fight."],
      ["9780765356154", "Jonathan Strange & Mr Norrell", "Susanna Clarke", "Tor", "2004-09-30", 10.99, "Paperback", "award, debut, historical", "Two magicians bring magic back to England in the years of Napoleon, and fall out."],
      ["9780553804676", "The Lies of Locke Lamora", "Scott Lynch", "Bantam", "2006-06-27", 26, "Hardcover", "debut, series", "A crew of elegant thieves works a long con in a city of canals."],
      ["9780765326355", "The Way of Kings", "Brandon Sanderson", "Tor", "2010-08-31", 34.99, "Hardcover", "series", "A slave, a general and a scholar on a world of storms find powers thought lost."],
      ["9780553383041", "A Wizard of Earthsea", "Ursula K. Le Guin", "Bantam", "1968-11", 14.99, "Paperback", "classic, series", "A proud apprentice lets a shadow into the world and has to hunt it down."],
      ["9780060853983", "Good Omens", "Terry Pratchett and Neil Gaiman", "William Morrow", "1990-05-10", 9.99, "Paperback", "satire, on-screen", "An angel and a demon, fond of life on Earth, try to put off its end."],
      ["9780385534635", "The Night Circus", "Erin Morgenstern", "Doubleday", "2011-09-13", 28.95, "Hardcover", "debut, book-club", "Two young illusionists are bound to a contest inside a circus that opens only at night."],
      ["9781250313195", "Gideon the Ninth", "Tamsyn Muir", "Tordotcom", "2019-09-10", 25.99, "Hardcover", "debut, series", "A reluctant swordswoman escorts her necromancer to a trial in a haunted palace."],
    ],
  },
  {
    category: "Crime & Mystery",
    books: [
      ["9780307588371", "Gone Girl", "Gillian Flynn", "Ballantine Books", "2012-05-24", 18, "Paperback", "on-screen, book-club", "A wife disappears on her wedding anniversary, and her diary blames her husband."],
      ["9780307269751", "The Girl with the Dragon Tattoo", "Stieg Larsson", "Knopf", "2005-08", 30, "Hardcover", "translated, debut, series, on-screen", "A disgraced journalist and a hacker look into a disappearance forty years old."],
      ["9780670038602", "In the Woods", "Tana French", "Viking", "2007-05-17", 28, "Hardcover", "debut, award, series", "A Dublin detective gets a case in the very wood where his friends vanished when he was a child."],
      ["9780394758282", "The Big Sleep", "Raymond Chandler", "Vintage", "1939-02-06", 16, "Paperback", "classic, series, on-screen", "Philip Marlowe is hired by a dying general to see off a blackmailer."],
      ["9780312330873", "And Then There Were None", "Agatha Christie", "St. Martin's", "1939-11-06", 16, "Paperback", "classic, on-screen", "Ten strangers on an island are killed one after another, as in a nursery rhyme."],
      ["9780425200452", "Murder on the Orient Express", "Agatha Christie", "Berkley", "1934-01-01", 14.99, "Paperback", "classic, series, on-screen", "A train stands in the snow with a dead man aboard, and Hercule Poirot."],
      ["9780393332148", "The Talented Mr. Ripley", "Patricia Highsmith", "W. W. Norton", "1955-11", 16.95, "Paperback", "classic, series, on-screen", "Sent to Italy to bring a rich man's son home, Tom Ripley decides to become him."],
      ["9780156001311", "The Name of the Rose", "Umberto Eco", "Harcourt", "1980", 18, "Paperback", "translated, debut, historical", "A friar investigates a series of deaths in an abbey with a forbidden library."],
      ["9781400031702", "The Secret History", "Donna Tartt", "Vintage", "1992-09", 18, "Paperback", "debut, book-club", "A student of Greek tells how his circle of friends came to kill one of their own."],
    ],
  },
]
