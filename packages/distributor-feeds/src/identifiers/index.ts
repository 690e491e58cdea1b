export { gtinCheckDigit, isbn10CheckCharacter } from "./check-digits"
export { isIsbn13, normaliseEan13, readEan13, type Ean13Reading, type IdentifierProblem } from "./ean13"
export { toIsbn10 } from "./isbn10"
