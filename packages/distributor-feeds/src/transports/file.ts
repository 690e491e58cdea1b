import { createReadStream } from "node:fs"
import { readdir, stat } from "node:fs/promises"
import { basename, join } from "node:path"
import { pipeline } from "node:stream/promises"
import { makeTransport } from "./make-transport"
import type { Session } from "./session"
import type { RemoteFile, RetryOptions, Transport } from "./transport"

/** Files of this machine or a mounted folder. Paths may be absolute. */
export function fileTransport(options: RetryOptions = {}): Transport {
  return makeTransport(
    {
      address: "file",
      open: async () => new FileSession(),
      explain: (error) => {
        const { code } = error as NodeJS.ErrnoException
        if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR") {
          return { code: "not_found", text: `there is no such file (${code}).` }
        }
        return code === "EACCES" || code === "EPERM"
          ? { code: "refused", text: `not readable (${code}).` }
          : null
      },
    },
    options
  )
}

class FileSession implements Session {
  readonly #stop = new AbortController()

  async list(folder: string): Promise<RemoteFile[]> {
    const entries = await readdir(folder, { withFileTypes: true })
    return Promise.all(
      entries.filter((entry) => entry.isFile()).map((entry) => this.stat(join(folder, entry.name)))
    )
  }

  async stat(path: string): Promise<RemoteFile> {
    const { size, mtime } = await stat(path)
    return { name: basename(path), bytes: size, modified: mtime.toISOString() }
  }

  read(path: string, start: number, sink: NodeJS.WritableStream): Promise<void> {
    return pipeline(createReadStream(path, { start }), sink, { signal: this.#stop.signal })
  }

  close(): void {
    this.#stop.abort()
  }
}
