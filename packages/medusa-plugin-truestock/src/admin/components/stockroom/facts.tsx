import type { ReactNode } from "react"

/** What there is to say of a paper, each with its name; what is not there is left out. */
export const Facts = ({ facts }: { facts: [name: string, value: ReactNode][] }) => (
  <dl className="grid grid-cols-2 gap-x-4 gap-y-3 px-6 py-4 sm:grid-cols-3">
    {facts.map(([name, value]) =>
      value === null || value === undefined || value === "" ? null : (
        <div key={name} className="min-w-0">
          <dt className="txt-compact-xsmall text-ui-fg-muted">{name}</dt>
          <dd className="txt-compact-small text-ui-fg-base whitespace-pre-line break-words">{value}</dd>
        </div>
      )
    )}
  </dl>
)
