import { TruestockError } from "../../../errors"

/** The refusal of an input; fails where it is accepted, or refused by anything but one of our errors. */
export function refusalOf<Input>(parse: (input: Input) => unknown, input: Input): TruestockError {
  try {
    parse(input)
  } catch (error) {
    if (error instanceof TruestockError) return error
    throw error
  }
  throw new Error(`This was accepted: ${JSON.stringify(input)}`)
}
