import { mkdir } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, posix } from "node:path"
import {
  fileTransport,
  ftpTransport,
  type RemoteFile,
  sftpTransport,
  type Transport,
} from "truestock-distributor-feeds"
import type { SourceOptions } from "./source-options"

type TransportOptions = Extract<SourceOptions["feed"], { transport: object }>["transport"]

/** A folder of a distributor's, wherever it is. */
export class FeedFolder {
  private readonly transport: Transport

  constructor(
    private readonly source_id: string,
    private readonly options: TransportOptions
  ) {
    this.transport = transportOf(options)
  }

  async list(signal?: AbortSignal): Promise<RemoteFile[]> {
    return this.transport.list(this.options.directory, { signal })
  }

  /**
   * The path of a file on this machine. One that has to be fetched lies in the folder for temporary files, under the name
   * of its source; what a broken connection left there is gone on with.
   */
  async fetch(name: string, signal?: AbortSignal): Promise<string> {
    const { kind, directory } = this.options
    if (kind === "file") return join(directory, name)
    const folder = join(tmpdir(), "truestock-feeds", this.source_id)
    await mkdir(folder, { recursive: true })
    const local = join(folder, name.replaceAll(/[^\w.@-]/g, "_"))
    await this.transport.download(posix.join(directory, name), local, { signal })
    return local
  }
}

function transportOf(options: TransportOptions): Transport {
  if (options.kind === "file") return fileTransport()
  const { kind, host, port, user, password } = options
  if (kind === "sftp") return sftpTransport({ host, port, user, password, host_key: options.host_key })
  return ftpTransport({ host, port, user, password, tls: kind === "ftps" ? "explicit" : "none" })
}
