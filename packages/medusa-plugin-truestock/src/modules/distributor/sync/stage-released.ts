import { digestOf } from "../rules/digest-of"
import { figuresOf, termsOf } from "../rules/terms-of"
import { pageOfReleased, type ReleasedTitle } from "./sql/read-released"
import { type StagedTitle, stageTitles } from "./sql/stage-titles"
import type { Staging } from "./stage-feed"

const PAGE = 1_000

/** Stages what was waiting for its release and is released now: its preorder ends, whatever the feed says. */
export async function stageReleased(staging: Pick<Staging, "connection" | "run_id" | "source" | "now">) {
  const { connection, run_id, source, now } = staging
  let after: string | undefined = ""
  while (after !== undefined) {
    const page: ReleasedTitle[] = await pageOfReleased(connection, {
      ...{ source_id: source.id, now: now.toISOString(), after, limit: PAGE },
    })
    await stageTitles(
      connection,
      run_id,
      source.id,
      page.map((title) => judgedAnew(title, staging)).filter(({ digest }, at) => digest !== page[at]!.digest)
    )
    after = page.at(-1)?.ean13
  }
}

function judgedAnew(
  { ean13, record, locations, as_of }: ReleasedTitle,
  { source, now }: Pick<Staging, "source" | "now">
): StagedTitle {
  const stock = { ...record, locations }
  const figures = figuresOf(stock, source)
  const terms = termsOf(stock, figures, source, now)
  const digest = digestOf({ record, ...figures, terms })
  return { ean13, record, ...figures, terms, digest, as_of, change: "changed", reasons: [] }
}
