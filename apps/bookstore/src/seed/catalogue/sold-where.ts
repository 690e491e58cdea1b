/** Over the counter only: for those who want to leaf through them first. */
export const counterOnly = [
  "Goodnight Moon",
  "Brown Bear, Brown Bear, What Do You See?",
  "Macbeth",
  "The Waste Land and Other Poems",
  "The Diary of a Young Girl",
]

/** Online only: the shop has no shelf for them. */
export const onlineOnly = [
  "The Hunger Games Trilogy Boxed Set",
  "Alecto the Ninth",
  "The Doors of Stone",
  "The Winds of Winter",
  "The Thorn of Emberlain",
  "On the Origin of Species",
  "The Selfish Gene",
]

/** Out of print. What is left is sold; then the page says so. */
export const discontinued = [
  "A People's History of the United States",
  "The Guns of August",
  "The Talented Mr. Ripley",
]

/** Listed and never sold, whatever the stock; with the reason. */
export const notForSale: Record<string, string> = {
  "The Emperor of All Maladies": "restricted",
}

/** Set by hand over what the rules say; with the note that the staff leaves. */
export const overrides: Record<string, { status: "out_of_stock" | "low_stock"; notes: string }> = {
  Watchmen: { status: "out_of_stock", notes: "Copies arrived damaged; counting what can be sold." },
  "The Three-Body Problem": { status: "low_stock", notes: "Kept back for the reading group." },
}
