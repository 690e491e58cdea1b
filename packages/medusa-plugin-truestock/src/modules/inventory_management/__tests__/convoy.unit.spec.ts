import fc from "fast-check"
import { Convoy } from "../convoy"

/** A way that is open only as often as it is told to be. */
function slowRoad() {
  const sent: { requests: string[]; arrive: () => void; break: () => void }[] = []
  const convoy = new Convoy<string, string>(
    (requests) =>
      new Promise((resolve, reject) => {
        const arrive = () => resolve(requests.map((request) => `${request}!`))
        sent.push({ requests, arrive, break: () => reject(new Error("the road is closed")) })
      })
  )
  return { convoy, sent }
}
const settle = () => new Promise(setImmediate)

describe("A convoy", () => {
  it("sends at once who meets nobody, and together those who come meanwhile", async () => {
    const { convoy, sent } = slowRoad()
    const answers = ["a", "b", "c"].map((request) => convoy.ask("there", request))
    expect(sent.map(({ requests }) => requests)).toEqual([["a"]])
    sent[0]!.arrive()
    await settle()
    expect(sent.map(({ requests }) => requests)).toEqual([["a"], ["b", "c"]])
    sent[1]!.arrive()
    expect(await Promise.all(answers)).toEqual(["a!", "b!", "c!"])
  })

  it("lets nobody wait for those who go elsewhere", () => {
    const { convoy, sent } = slowRoad()
    void convoy.ask("here", "a")
    void convoy.ask("there", "b")
    expect(sent.map(({ requests }) => requests)).toEqual([["a"], ["b"]])
  })

  it("fails for those who travel and for those who wait for them, and goes on with who comes after that", async () => {
    const { convoy, sent } = slowRoad()
    const asked = ["a", "b", "c"].map((request) => convoy.ask("there", request))
    sent[0]!.break()
    for (const end of await Promise.allSettled(asked)) {
      expect(end).toMatchObject({ status: "rejected", reason: { message: "the road is closed" } })
    }
    const next = convoy.ask("there", "d")
    expect(sent.map(({ requests }) => requests)).toEqual([["a"], ["d"]])
    sent[1]!.arrive()
    expect(await next).toBe("d!")
  })

  it("answers each request once with its own answer, in the order in which they came, 32 at most together", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 150 }),
        async (goals) => {
          const arrived: string[] = []
          const convoy = new Convoy<string, string>(async (requests) => {
            expect(requests.length).toBeLessThanOrEqual(32)
            await settle()
            arrived.push(...requests)
            return requests
          })
          const requests = goals.map((goal, n) => `${goal} ${n}`)
          const answers = requests.map((request, n) => convoy.ask(String(goals[n]), request))
          expect(await Promise.all(answers)).toEqual(requests)
          const to = (goal: number) => (request: string) => request.startsWith(`${goal} `)
          for (const goal of goals) expect(arrived.filter(to(goal))).toEqual(requests.filter(to(goal)))
        }
      ),
      { numRuns: 30 }
    )
  })
})
