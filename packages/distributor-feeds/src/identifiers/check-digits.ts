/** Check digit of GTIN-8, UPC-A, EAN-13 and GTIN-14: weights 3, 1, 3, ... from the right, of the digits before it. */
export function gtinCheckDigit(digits: string): number {
  let sum = 0
  for (let index = digits.length - 1, weight = 3; index >= 0; index--, weight = 4 - weight) {
    sum += (digits.charCodeAt(index) - 48) * weight
  }
  return (10 - (sum % 10)) % 10
}

/** Check character of an ISBN-10 (`0` to `9` or `X`): weights 10 to 2 of the nine digits before it, modulo 11. */
export function isbn10CheckCharacter(nineDigits: string): string {
  let sum = 0
  for (let index = 0; index < 9; index++) sum += (nineDigits.charCodeAt(index) - 48) * (10 - index)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? "X" : String(check)
}
