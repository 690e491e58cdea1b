const LINES = "input[data-count-line]"

/** The input of a line below or above; undefined at the ends. */
export function inputBeside(input: HTMLInputElement, step: 1 | -1): HTMLInputElement | undefined {
  const list = input.closest("[data-count-lines]")
  const inputs = [...(list?.querySelectorAll<HTMLInputElement>(LINES) ?? [])]
  return inputs[inputs.indexOf(input) + step]
}

/** The input of a line, ready for another number to be typed over what is there. */
export function enterInput(input: HTMLInputElement | null | undefined): boolean {
  if (!input) return false
  input.focus()
  input.select()
  return true
}

export function inputOf(list: HTMLElement | null, itemId: string): HTMLInputElement | undefined {
  const inputs = [...(list?.querySelectorAll<HTMLInputElement>(LINES) ?? [])]
  return inputs.find((input) => input.dataset.countLine === itemId)
}
