import { Shelf } from "./book"

// A line per book.
// prettier-ignore
export const fiction: Shelf[] = [
  {
    category: "Literary Fiction",
    books: [
      ["9780312429980", "Wolf Hall", "Hilary Mantel", "Picador", "2009-04-30", 19, "Paperback", "award, series, historical", "Thomas Cromwell, a blacksmith's son, rises at the court of Henry VIII while the king seeks a new wife."],
      ["9780805090031", "Bring Up the Bodies", "Hilary Mantel", "Henry Holt", "2012-05-08", 28, "Hardcover", "award, series, historical", "Cromwell, now the king's chief minister, prepares the fall of Anne Boleyn."],
      ["9780679731726", "The Remains of the Day", "Kazuo Ishiguro", "Vintage", "1989-05", 16, "Paperback", "award, on-screen, book-club", "An English butler drives west and looks back on the master he served too loyally."],
      ["9781400078776", "Never Let Me Go", "Kazuo Ishiguro", "Vintage", "2005-03", 16, "Paperback", "on-screen, book-club", "Three friends at a secluded boarding school learn what they were brought into the world for."],
      ["9780812976533", "Midnight's Children", "Salman Rushdie", "Random House", "1981", 18, "Paperback", "award, historical", "A man born at the very moment of India's independence finds his life tied to the nation's."],
      ["9780679735908", "Possession", "A. S. Byatt", "Vintage", "1990", 17, "Paperback", "award, on-screen", "Two scholars follow the letters of two Victorian poets to a love affair nobody knew about."],
      ["9780679745204", "The English Patient", "Michael Ondaatje", "Vintage", "1992-09", 17, "Paperback", "award, on-screen, historical", "Four people shelter in an Italian villa at the end of the war, one of them burned beyond recognition."],
      ["9780812979657", "The God of Small Things", "Arundhati Roy", "Random House", "1997", 18, "Paperback", "award, debut, book-club", "Twins in Kerala return in memory to the drowning that broke their family apart."],
      ["9780385721790", "Atonement", "Ian McEwan", "Anchor", "2001-09", 17, "Paperback", "on-screen, historical, book-club", "A girl's false accusation on a summer evening in 1935 changes three lives."],
      ["9780156027328", "Life of Pi", "Yann Martel", "Mariner Books", "2001-09-11", 16.95, "Paperback", "award, on-screen, book-club", "A boy survives a shipwreck and shares a lifeboat with a Bengal tiger."],
      ["9780307947727", "The Sense of an Ending", "Julian Barnes", "Vintage", "2011-08-04", 16, "Paperback", "award, short, book-club", "A bequest makes a retired man doubt what he remembers about a friend of his youth."],
      ["9780316074315", "The Luminaries", "Eleanor Catton", "Little, Brown", "2013-08", 27, "Hardcover", "award, historical, on-screen", "Twelve men in a New Zealand gold town of 1866 compare what each knows of a string of crimes."],
      ["9780804171472", "The Narrow Road to the Deep North", "Richard Flanagan", "Vintage", "2013-09-23", 17, "Paperback", "award, historical", "An Australian surgeon in a prisoner-of-war camp on the Burma railway is haunted by a love affair."],
      ["9781594633942", "A Brief History of Seven Killings", "Marlon James", "Riverhead Books", "2014-10-02", 20, "Paperback", "award, historical", "Gangsters, agents and ghosts tell of an attempt on Bob Marley's life and of what came after."],
      ["9781250083258", "The Sellout", "Paul Beatty", "Picador", "2015-03-03", 18, "Paperback", "award, satire", "A farmer in Los Angeles ends up before the Supreme Court for bringing segregation back to his town."],
      ["9780812995343", "Lincoln in the Bardo", "George Saunders", "Random House", "2017-02-14", 28, "Hardcover", "award, historical", "The spirits of a cemetery watch Abraham Lincoln visit his dead son by night."],
      ["9780802156983", "Girl, Woman, Other", "Bernardine Evaristo", "Grove Press", "2019-05-02", 18, "Paperback", "award, book-club", "Twelve people, most of them Black British women, tell lives that touch one another across a century."],
      ["9780802148049", "Shuggie Bain", "Douglas Stuart", "Grove Press", "2020-02-11", 27, "Hardcover", "award, debut", "A boy in 1980s Glasgow tries to save his mother from drink."],
      ["9780802163622", "Orbital", "Samantha Harvey", "Grove Press", "2023-11-02", 17, "Paperback", "award, short", "Six astronauts circle the Earth sixteen times in a single day."],
      ["9780316055444", "The Goldfinch", "Donna Tartt", "Back Bay Books", "2013-10-22", 21.99, "Paperback", "award, on-screen", "A boy survives a museum bombing and keeps the small painting he carried out."],
      ["9781501173219", "All the Light We Cannot See", "Anthony Doerr", "Scribner", "2014-05-06", 18.99, "Paperback", "award, historical, on-screen", "A blind French girl and a German radio operator converge on Saint-Malo in 1944."],
      ["9780143136316", "A Gentleman in Moscow", "Amor Towles", "Penguin Books", "2016-09-06", 19, "Paperback", "historical, on-screen, book-club", "A count is sentenced to spend his life in a grand hotel across from the Kremlin."],
      ["9780307271082", "Americanah", "Chimamanda Ngozi Adichie", "Knopf", "2013-05-14", 28, "Hardcover", "award, book-club", "Two young Nigerians part for America and England and meet again fifteen years later."],
      ["9780375703867", "White Teeth", "Zadie Smith", "Vintage", "2000-01-27", 17, "Paperback", "debut, book-club", "Two wartime friends raise their families in a London that keeps changing around them."],
      ["9780385542364", "The Underground Railroad", "Colson Whitehead", "Doubleday", "2016-08-02", 28.95, "Hardcover", "award, historical, on-screen", "A young woman flees a Georgia plantation on a railroad that really runs under the ground."],
      ["9781609450786", "My Brilliant Friend", "Elena Ferrante", "Europa Editions", "2011-10", 18, "Paperback", "translated, series, on-screen", "Two girls grow up as allies and rivals in a poor quarter of Naples."],
      ["9780553448184", "The Vegetarian", "Han Kang", "Hogarth", "2007-10-30", 17, "Paperback", "award, translated, short", "A woman in Seoul stops eating meat, and her family will not have it."],
    ],
  },
]
