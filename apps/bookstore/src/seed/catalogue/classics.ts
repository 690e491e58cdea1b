import { Shelf } from "./book"

// A line per book.
// prettier-ignore
export const classics: Shelf[] = [
  {
    category: "Classics",
    books: [
      ["9780679783268", "Pride and Prejudice", "Jane Austen", "Modern Library", "1813-01-28", 9, "Paperback", "classic, on-screen", "Elizabeth Bennet and Mr. Darcy misjudge each other, and themselves."],
      ["9780142437209", "Jane Eyre", "Charlotte Brontë", "Penguin Classics", "1847-10-19", 12, "Paperback", "classic, on-screen", "An orphaned governess falls in love with a man whose house keeps a secret."],
      ["9780142437247", "Moby-Dick", "Herman Melville", "Penguin Classics", "1851-10-18", 18, "Paperback", "classic", "Captain Ahab takes his crew around the world after the whale that took his leg."],
      ["9780141439471", "Frankenstein", "Mary Shelley", "Penguin Classics", "1818-01-01", 9, "Paperback", "classic, on-screen", "A student gives life to a creature and abandons it."],
      ["9780374528379", "The Brothers Karamazov", "Fyodor Dostoevsky", "Farrar, Straus and Giroux", "1880-11", 22, "Paperback", "classic, translated", "Three brothers, a murdered father, and the question of who is guilty."],
      ["9780143039952", "The Odyssey", "Homer", "Penguin Classics", "1996", 22, "Paperback", "classic, translated", "Odysseus needs ten years to sail home from Troy; this is Robert Fagles's translation."],
      ["9780743273565", "The Great Gatsby", "F. Scott Fitzgerald", "Scribner", "1925-04-10", 17, "Paperback", "classic, short, on-screen", "A millionaire on Long Island gives great parties in the hope that one woman will come."],
      ["9780061120084", "To Kill a Mockingbird", "Harper Lee", "Harper Perennial", "1960-07-11", 16.99, "Paperback", "classic, award, debut", "A girl in Alabama watches her father defend a Black man accused of rape."],
      ["9780451524935", "1984", "George Orwell", "Signet Classics", "1949-06-08", 9.99, "Paperback", "classic, on-screen", "A clerk who rewrites the past for the Party starts a diary."],
      ["9780316769174", "The Catcher in the Rye", "J. D. Salinger", "Back Bay Books", "1951-07-16", 16.99, "Paperback", "classic", "Expelled from school, Holden Caulfield spends a weekend alone in New York."],
      ["9780142000663", "The Grapes of Wrath", "John Steinbeck", "Penguin Books", "1939-04-14", 20, "Paperback", "classic, award, on-screen", "The Joads leave the Oklahoma dust for California, where work is scarce."],
      ["9781400033416", "Beloved", "Toni Morrison", "Vintage", "1987-09", 17, "Paperback", "classic, award, book-club", "A woman who escaped slavery is visited by the daughter she lost."],
      ["9780679732761", "Invisible Man", "Ralph Ellison", "Vintage", "1952-04-14", 17, "Paperback", "classic, award, debut", "A nameless young Black man recounts how he came to live underground."],
      ["9780385474542", "Things Fall Apart", "Chinua Achebe", "Anchor", "1958-06-17", 16, "Paperback", "classic, debut, short", "A proud man of an Igbo village sees colonial rule and the missionaries arrive."],
      ["9780679723165", "Lolita", "Vladimir Nabokov", "Vintage", "1955-09", 17, "Paperback", "classic, on-screen", "A cultivated and monstrous narrator pleads his case to the jury."],
      ["9780385333849", "Slaughterhouse-Five", "Kurt Vonnegut", "Dial Press", "1969-03-31", 18, "Paperback", "classic, satire", "A survivor of the bombing of Dresden comes unstuck in time."],
      ["9780061120060", "Their Eyes Were Watching God", "Zora Neale Hurston", "Harper Perennial", "1937-09-18", 16.99, "Paperback", "classic, book-club", "Janie Crawford tells a friend about her three marriages and what she wanted from them."],
      ["9780684830490", "The Old Man and the Sea", "Ernest Hemingway", "Scribner", "1952-09-01", 16, "Hardcover", "classic, award, short", "An old Cuban fisherman hooks a marlin larger than his boat."],
    ],
  },
  {
    category: "Poetry & Drama",
    books: [
      ["9780393320978", "Beowulf", "Seamus Heaney", "W. W. Norton", "1999-10", 16.95, "Paperback", "classic, translated, award", "Heaney's verse translation of the Old English poem, with the original on facing pages."],
      ["9780156948777", "The Waste Land and Other Poems", "T. S. Eliot", "Harcourt", "1922-10", 14, "Paperback", "classic, short", "The long poem of 1922 with a selection of shorter ones."],
      ["9780743477109", "Macbeth", "William Shakespeare", "Simon & Schuster", "1623", 7.99, "Paperback", "classic, short, on-screen", "A Scottish general hears a prophecy and murders his way to the crown."],
    ],
  },
]
