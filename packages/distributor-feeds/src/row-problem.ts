/** Why one row is not understood; becomes a Reject. No Error: there may be many, and a stack would say nothing. */
export class RowProblem {
  constructor(
    readonly code: string,
    readonly reason: string
  ) {}
}
