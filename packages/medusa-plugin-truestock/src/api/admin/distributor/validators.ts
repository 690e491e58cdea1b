import { z } from "@medusajs/framework/zod"
import {
  type RunInput,
  type RunKind,
  RUN_KINDS,
  RUN_STATUSES,
  SYNC_STATUSES,
} from "../../../modules/distributor"
import { quoted, TruestockError } from "../../../errors"
import { bodyFields } from "../../body-fields"
import { parseQuery, type Refusals, text, wholeNumber } from "../../query-parameters"

const MOST = 200
const DEEPEST = 100_000
const page = {
  limit: wholeNumber.refine((n) => n >= 1 && n <= MOST),
  offset: wholeNumber.refine((n) => n <= DEEPEST),
}
const pageRefusals: Refusals<typeof page> = {
  limit: ["invalid_limit", `a whole number from 1 to ${MOST}`],
  offset: ["invalid_offset", `a whole number from 0 to ${DEEPEST}`],
}
const yesOrNo = z.enum(["true", "false"]).transform((value) => value === "true")

const titleParameters = {
  ...page,
  sync_status: z.enum(SYNC_STATUSES),
  product_id: text,
  ean13: text,
  q: text,
  is_flagged: yesOrNo,
  is_missing: yesOrNo,
}
const titleRefusals: Refusals<typeof titleParameters> = {
  ...pageRefusals,
  sync_status: ["invalid_status", `one of ${SYNC_STATUSES.join(", ")}`],
  is_flagged: ["invalid_parameter", "true or false"],
  is_missing: ["invalid_parameter", "true or false"],
}

const runParameters = { ...page, kind: z.enum(RUN_KINDS), status: z.enum(RUN_STATUSES) }
const runRefusals: Refusals<typeof runParameters> = {
  ...pageRefusals,
  kind: ["invalid_parameter", `one of ${RUN_KINDS.join(", ")}`],
  status: ["invalid_status", `one of ${RUN_STATUSES.join(", ")}`],
}

type Query = Record<string, unknown>

export const parseTitlesQuery = (query: Query) => ({
  ...{ limit: 50, offset: 0 },
  ...parseQuery(titleParameters, titleRefusals, query),
})

export const parseRunsQuery = (query: Query) => ({
  ...{ limit: 20, offset: 0 },
  ...parseQuery(runParameters, runRefusals, query),
})

export const parsePageQuery = (query: Query) => ({
  ...{ limit: 50, offset: 0 },
  ...parseQuery(page, pageRefusals, query),
})

const runBody = z.strictObject({
  target: z.union([text, z.array(text).max(10_000)]).nullish(),
  limit: z.number().nullish(),
  dry_run: z.boolean().default(false),
  override_reason: text.nullish(),
  update_fields: z.array(text).max(20).nullish(),
})

const RUN_FIELDS = ["target", "limit", "dry_run", "override_reason"] as const

/** @throws invalid_body */
export function parseRunBody(source_id: string, kind: RunKind, body: unknown): RunInput {
  const given = bodyFields(kind === "import" ? [...RUN_FIELDS, "update_fields"] : RUN_FIELDS, body ?? {})
  const parsed = runBody.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]!.path[0]) as keyof typeof given
    throw new TruestockError(
      "invalid_body",
      `${name} has the value ${quoted(given[name])}; use ${EXPECTED[name]}.`
    )
  }
  const { dry_run, ...asked } = parsed.data
  return { source_id, kind, is_dry_run: dry_run, ...asked }
}

const EXPECTED = {
  target: "all, the name of a saved search, an ISBN, or a list of ISBNs",
  limit: "a whole number from 1 on",
  dry_run: "true or false",
  override_reason: "a text of at most 255 characters",
  update_fields: "a list of names of fields",
}

/** Why a person thinks that what `what` says is so. @throws invalid_body */
export function parseReason(body: unknown, what = "the figures are right"): string {
  const { reason } = bodyFields(["reason"], body ?? {})
  const parsed = text.safeParse(reason)
  if (parsed.success) return parsed.data
  throw new TruestockError(
    "invalid_body",
    `reason has the value ${quoted(reason)}; say in at most 255 characters why ${what}.`
  )
}
