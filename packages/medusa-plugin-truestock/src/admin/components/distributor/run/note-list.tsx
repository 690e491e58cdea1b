import type { Run } from "../../../../modules/distributor/runs/run"

/** What is to be said of a run beside its figures, in the server's words: they name files and times. */
export const NoteList = ({ run: { notes } }: { run: Pick<Run, "notes"> }) =>
  notes.length === 0 ? null : (
    <ul className="txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1">
      {notes.map((note) => (
        <li key={note} className="text-pretty break-words">
          {note}
        </li>
      ))}
    </ul>
  )
