import { posix } from "node:path"
import type { Writable } from "node:stream"
import type { ConnectionOptions } from "node:tls"
import { Client, FTPError } from "basic-ftp"
import { makeTransport } from "./make-transport"
import { explainNetworkError } from "./network-errors"
import type { Session, SessionKind } from "./session"
import type { RemoteFile, RetryOptions, Transport } from "./transport"

export type FtpOptions = RetryOptions & {
  host: string
  /** Default 21; 990 for implicit TLS. */
  port?: number
  user?: string
  password?: string
  /** `explicit` is FTPS on the usual port, `implicit` on its own; default none, which sends the password in clear. */
  tls?: "none" | "explicit" | "implicit"
  /** Further options of the TLS connection, such as `ca`. */
  tls_options?: ConnectionOptions
}

/** FTP and FTPS, passive and binary. Credentials stay in the options and appear in no message. */
export function ftpTransport(options: FtpOptions): Transport {
  const { tls = "none", host, port = tls === "implicit" ? 990 : 21, user, password } = options
  const secure = tls === "implicit" ? "implicit" : tls === "explicit"
  const kind: SessionKind = {
    address: `${tls === "none" ? "ftp" : "ftps"}://${host}:${port}`,
    async open(timeout_ms) {
      const client = new Client(timeout_ms)
      try {
        await client.access({ host, port, user, password, secure, secureOptions: options.tls_options })
        return new FtpSession(client)
      } catch (error) {
        client.close()
        throw error
      }
    },
    explain: explainFtpError,
  }
  return makeTransport(kind, options)
}

class FtpSession implements Session {
  constructor(private readonly client: Client) {}

  async list(folder: string): Promise<RemoteFile[]> {
    const files = (await this.client.list(folder)).filter((file) => file.isFile)
    return files.map(({ name, size, modifiedAt }) => ({
      name,
      bytes: size,
      modified: modifiedAt?.toISOString() ?? null,
    }))
  }

  async stat(path: string): Promise<RemoteFile> {
    const bytes = await this.client.size(path)
    return { name: posix.basename(path), bytes, modified: await this.#modified(path) }
  }

  async read(path: string, start: number, sink: Writable): Promise<void> {
    await this.client.downloadTo(sink, path, start)
  }

  close(): void {
    this.client.close()
  }

  /** Not every server knows MDTM. */
  async #modified(path: string): Promise<string | null> {
    try {
      return (await this.client.lastMod(path)).toISOString()
    } catch (error) {
      if (isReply(error) && error.code >= 500) return null
      throw error
    }
  }
}

/** An answer of the server, as opposed to a broken connection. */
function isReply(error: unknown): error is FTPError {
  return error instanceof FTPError && typeof error.code === "number"
}

function explainFtpError(error: unknown): ReturnType<SessionKind["explain"]> {
  if (isReply(error)) {
    if (error.code === 530 || error.code === 332)
      return { code: "refused", text: `the login was refused (${error.code}).` }
    if (error.code === 550)
      return { code: "not_found", text: "there is no such file, or it may not be read (550)." }
    if (
      error.code === 421 ||
      error.code === 425 ||
      error.code === 426 ||
      error.code === 450 ||
      error.code === 451
    ) {
      return { code: "unreachable", text: `the server gave up for now (${error.code}).` }
    }
    return { code: "refused", text: `the server answered ${error.code}.` }
  }
  const message = (error as Error).message ?? ""
  if (/closed|FIN packet|socket hang up/i.test(message) && !/time/i.test(message)) {
    return { code: "unreachable", text: "the connection was closed." }
  }
  return explainNetworkError(error)
}
