import type { Run } from "../../modules/distributor"
import { progressBar } from "../progress-bar"
import type { ExitCode } from "../script"
import { print } from "../script"
import { adviceOn } from "./advice"

const count = (n = 0) => n.toLocaleString("en")

/** "staging: 1,200,000 rows, 100,000 rows/s, 96.3 MB, 410 staged, 0 applied, 12 s" */
export function renderProgress({ id, kind, status, phase, counts }: Run, seconds: number): string {
  if (status === "requested") return `Run ${id} waits for its turn, for ${seconds} s`
  if (kind === "import") return progressBar(counts.staged ?? 0, counts.rows ?? 0, seconds, "titles")
  const { rows = 0, bytes = 0, staged, applied } = counts
  const pace = `${count(rows)} rows, ${count(Math.round(rows / Math.max(1, seconds)))} rows/s`
  const megabytes = `${(bytes / 1_000_000).toFixed(1)} MB`
  return `${phase ?? "fetching"}: ${pace}, ${megabytes}, ${count(staged)} staged, ${count(applied)} applied, ${seconds} s`
}

/** Says what became of runs: one JSON object, or lines for people. The worst of them is the answer. */
export async function tellRuns(runs: Run[], asJson: boolean): Promise<ExitCode> {
  if (asJson) await print(JSON.stringify({ runs }))
  else for (const line of runs.flatMap(renderRun)) await print(line)
  return Math.max(0, ...runs.map(exitCodeOf)) as ExitCode
}

/** 2 = it failed; 1 = a guard tripped, it was stopped, or titles could not be imported. */
export function exitCodeOf({ kind, status, counts }: Run): ExitCode {
  if (status === "failed") return 2
  return status === "done" && !(kind === "import" && counts.rejected) ? 0 : 1
}

/** What became of a run, for people. */
export function renderRun(run: Run): string[] {
  const { kind, source_id, snapshot, status, is_dry_run, error } = run
  const of = snapshot ? `, ${snapshot.id}${snapshot.as_of ? ` of ${snapshot.as_of}` : ""}` : ""
  return [
    `${kind} of ${source_id}${of}: ${status}${is_dry_run ? " (dry run: nothing was changed)" : ""}  ${run.id}`,
    ...(error ? [`${error.code}: ${error.message}`] : []),
    ...figuresOf(run),
    ...run.notes,
    ...guardsOf(run),
    ...(status === "stopped" ? ["What it has applied stays; run it again for the rest."] : []),
  ]
}

function figuresOf({ kind, counts, target }: Run): string[] {
  const { rows, matched, rejected, staged, applied, levels, missing, tracked } = counts
  if (rows === undefined) return []
  const read = `${count(rows)} rows read, ${count(rejected)} rejected`
  const found = `${count(staged)} titles found, ${count(applied)} of them new in the queue`
  if (kind === "discover") return [`${read}; ${found}.`]
  if (kind === "enrich") {
    return [`${read}; ${found}, ${count(tracked)} imported ones refreshed: ${count(levels)} levels changed.`]
  }
  if (kind === "import") {
    const waiting = (staged ?? 0) - (matched ?? 0) - (rejected ?? 0)
    const unknown = (target.eans?.length ?? 0) - rows
    return [
      `${count(staged)} of ${count(rows)} titles looked at: ${count(matched)} imported, ${count(rejected)} failed, ` +
        `${count(waiting)} wait for a name.`,
      ...(unknown > 0 ? [`${count(unknown)} of those named are not in the queue: discover them first.`] : []),
    ]
  }
  return [
    `${read}; ${count(tracked)} titles followed, ${count(missing)} missing.`,
    `${count(staged)} titles differ: ${count(applied)} applied, ${count(levels)} levels changed.`,
  ]
}

function guardsOf({ status, verdicts, override_reason }: Run): string[] {
  const tripped = verdicts.filter((verdict) => verdict.tripped)
  if (tripped.length === 0) return []
  const lines = tripped.flatMap(({ guard, message }) => [`  ${guard}: ${message}`, `    ${adviceOn(guard)}`])
  if (status !== "guarded") return [`Let through (${override_reason}):`, ...lines]
  return [
    "Nothing was applied, a guard has tripped:",
    ...lines,
    'What would change is kept: Settings -> Catalogue import shows it. Where it is right, let it through there, or run again with --override "why".',
  ]
}
