/**
 * Runs every contestant once, then all of them again, and so on (A, B, A, B, ...): whatever else the machine does
 * for a while then hits all of them and not one. Answers the results per contestant, in the order of the rounds.
 */
export async function interleave<Name extends string, Result>(
  contestants: Record<Name, () => Promise<Result>>,
  rounds: number
): Promise<Record<Name, Result[]>> {
  const names = Object.keys(contestants) as Name[]
  const results = Object.fromEntries(names.map((name) => [name, [] as Result[]])) as Record<Name, Result[]>
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      results[name].push(await contestants[name]())
    }
  }
  return results
}
