import type { Writable } from "node:stream"
import type { RemoteFile } from "./transport"

/** A connection to where files lie. What it throws is translated by `explain`. */
export type Session = {
  list(folder: string): Promise<RemoteFile[]>
  stat(path: string): Promise<RemoteFile>
  /** Writes the file from byte `start` on and ends the sink. */
  read(path: string, start: number, sink: Writable): Promise<void>
  /** Ends the connection at once; may be called while something runs, and twice. */
  close(): void
}

export type SessionKind = {
  /** Such as `sftp://host:22`; never a name or password. */
  address: string
  open(timeout_ms: number): Promise<Session>
  /** What an error of the session means. Its text goes into messages only where it holds no credential. */
  explain(
    error: unknown
  ): { code: "not_found" | "refused" | "unreachable" | "timed_out"; text: string } | null
}
