import { createHash, timingSafeEqual } from "node:crypto"
import { posix } from "node:path"
import type { Writable } from "node:stream"
import { pipeline } from "node:stream/promises"
import SftpClient from "ssh2-sftp-client"
import { makeTransport } from "./make-transport"
import { explainNetworkError } from "./network-errors"
import type { Session, SessionKind } from "./session"
import type { RemoteFile, RetryOptions, Transport } from "./transport"

export type SftpOptions = RetryOptions & {
  host: string
  /** Default 22. */
  port?: number
  user: string
  password?: string
  /** PEM or OpenSSH. */
  private_key?: string | Buffer
  passphrase?: string
  /** `SHA256:...` as `ssh-keygen -lf` prints it; another key is refused. Left out, any server is believed. */
  host_key?: string
}

/** SFTP. Credentials stay in the options and appear in no message. */
export function sftpTransport(options: SftpOptions): Transport {
  const { host, port = 22, user, password, private_key, passphrase, host_key } = options
  const kind: SessionKind = {
    address: `sftp://${host}:${port}`,
    async open(timeout_ms) {
      // Errors between calls come again with the next call; without handlers the library prints them.
      const client = new SftpClient("feed", { error: ignore, end: ignore, close: ignore })
      await client.connect({
        host,
        port,
        username: user,
        password,
        privateKey: private_key,
        passphrase,
        readyTimeout: timeout_ms,
        ...(host_key ? { hostVerifier: (key: Buffer) => isKey(key, host_key) } : {}),
      })
      return new SftpSession(client)
    },
    explain: explainSftpError,
  }
  return makeTransport(kind, options)
}

class SftpSession implements Session {
  readonly #stop = new AbortController()

  constructor(private readonly client: SftpClient) {
    client.on("close", () => this.#stop.abort())
  }

  async list(folder: string): Promise<RemoteFile[]> {
    const files = (await this.client.list(folder)).filter((file) => file.type === "-")
    return files.map(({ name, size, modifyTime }) => ({ name, bytes: size, modified: instant(modifyTime) }))
  }

  async stat(path: string): Promise<RemoteFile> {
    const { size, modifyTime } = await this.client.stat(path)
    return { name: posix.basename(path), bytes: size, modified: instant(modifyTime) }
  }

  async read(path: string, start: number, sink: Writable): Promise<void> {
    await pipeline(this.client.createReadStream(path, { start }), sink, { signal: this.#stop.signal })
  }

  close(): void {
    this.#stop.abort()
    this.client.end().catch(ignore)
  }
}

function explainSftpError(error: unknown): ReturnType<SessionKind["explain"]> {
  const { code, message = "", name } = error as { code?: unknown; message?: string; name?: string }
  if (
    /authentication methods failed|Cannot parse privateKey|handshake failed.*host|Host denied/i.test(message)
  ) {
    return { code: "refused", text: "the login or the server's key was refused." }
  }
  if (code === 2 || code === "ENOENT" || /No such file/i.test(message)) {
    return { code: "not_found", text: "there is no such file." }
  }
  if (code === 3 || /Permission denied/i.test(message))
    return { code: "refused", text: "the file may not be read." }
  if (
    name === "AbortError" ||
    /closed|not connected|No response|Connection lost|unexpected|ended/i.test(message)
  ) {
    return { code: "unreachable", text: "the connection was closed." }
  }
  return explainNetworkError(error)
}

function isKey(key: Buffer, expected: string): boolean {
  const digest = createHash("sha256").update(key).digest()
  const wanted = Buffer.from(expected.replace(/^SHA256:/, ""), "base64")
  return wanted.length === digest.length && timingSafeEqual(wanted, digest)
}

function instant(milliseconds: number): string | null {
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : null
}

function ignore(): void {}
