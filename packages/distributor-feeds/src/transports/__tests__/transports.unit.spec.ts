import { createHash } from "node:crypto"
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { FeedError } from "../../errors"
import { fileTransport, ftpTransport, sftpTransport, type RetryOptions, type Transport } from ".."
import { makeTransport } from "../make-transport"
import { ftpServer, HOST_KEY, PASSWORD, type Server, sftpServer, USER } from "./servers"
import { TEST_CERTIFICATE } from "./test-certificate"

const MODIFIED = new Date("2026-11-22T06:30:00Z")
const CONTENT = createHash("shake256", { outputLength: 700_000 }).update("a").digest()
const QUICK: RetryOptions = { timeout_ms: 2000, retries: 2, retry_delay_ms: 1 }

let remote: string
let here: string
let ftp: Server
let ftps: Server
let sftp: Server

beforeAll(async () => {
  remote = mkdtempSync(join(tmpdir(), "remote-"))
  writeFileSync(join(remote, "stockv2@ingram.zip"), CONTENT)
  writeFileSync(join(remote, "other.txt"), "x")
  for (const name of readdirSync(remote)) utimesSync(join(remote, name), MODIFIED, MODIFIED)
  mkdirSync(join(remote, "folder"))
  ftp = await ftpServer(remote)
  ftps = await ftpServer(remote, true)
  sftp = await sftpServer(remote)
})
afterAll(async () => {
  await Promise.all([ftp.close(), ftps.close(), sftp.close()])
  rmSync(remote, { recursive: true })
})
beforeEach(() => {
  here = mkdtempSync(join(tmpdir(), "here-"))
  for (const server of [ftp, ftps, sftp]) {
    server.faults.length = 0
    server.starts.length = 0
  }
})
afterEach(() => rmSync(here, { recursive: true }))

const login = { host: "127.0.0.1", user: USER, password: PASSWORD }
type Kind = { open(options?: object): Transport; server(): Server | null; root: string }
const KINDS: Record<string, Kind> = {
  file: { open: (options) => fileTransport({ ...QUICK, ...options }), server: () => null, root: "" },
  ftp: {
    open: (options) => ftpTransport({ ...login, ...QUICK, port: ftp.port, ...options }),
    server: () => ftp,
    root: "",
  },
  ftps: {
    open: (options) =>
      ftpTransport({
        ...login,
        ...QUICK,
        port: ftps.port,
        tls: "explicit",
        tls_options: { ca: TEST_CERTIFICATE },
        ...options,
      }),
    server: () => ftps,
    root: "",
  },
  sftp: {
    open: (options) => sftpTransport({ ...login, ...QUICK, port: sftp.port, ...options }),
    server: () => sftp,
    root: "",
  },
}
const at = (kind: string, name: string) => (kind === "file" ? join(remote, name) : `/${name}`)
const caught = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: FeedError) => error
  )
const FILE = "stockv2@ingram.zip"

describe.each(Object.keys(KINDS))("over %s", (kind) => {
  const { open, server } = KINDS[kind]!

  it("files are listed with their size and date, folders are not", async () => {
    const files = await open().list(kind === "file" ? remote : "/")
    expect(files.map((file) => [file.name, file.bytes])).toEqual([
      ["other.txt", 1],
      [FILE, 700_000],
    ])
    expect(await open().stat(at(kind, FILE))).toEqual({
      name: FILE,
      bytes: 700_000,
      modified: MODIFIED.toISOString(),
    })
  })

  it("a file arrives whole, and nothing else is left beside it", async () => {
    const local = join(here, "a.zip")
    const seen: number[] = []
    await open().download(at(kind, FILE), local, { on_progress: (bytes) => seen.push(bytes) })
    expect(readFileSync(local).equals(CONTENT)).toBe(true)
    expect(readdirSync(here)).toEqual(["a.zip"])
    expect(seen.at(-1)).toBe(700_000)
  })

  it("a file that is missing is not_found and leaves nothing", async () => {
    expect(await caught(open().download(at(kind, "none.zip"), join(here, "a.zip")))).toMatchObject({
      name: "FeedError",
      code: "not_found",
    })
    expect(await caught(open().stat(at(kind, "none.zip")))).toMatchObject({ code: "not_found" })
    expect(readdirSync(here)).toEqual([])
  })

  it("a part of the same file is resumed, a part of an older file is not", async () => {
    const local = join(here, "a.zip")
    writeFileSync(`${local}.700000-${MODIFIED.getTime()}.part`, CONTENT.subarray(0, 300_000))
    writeFileSync(`${local}.700000-5.part`, "old")
    await open().download(at(kind, FILE), local)
    expect(readFileSync(local).equals(CONTENT)).toBe(true)
    if (server()) expect(server()!.starts).toEqual([300_000])
  })

  it("a full disk is said, and is not tried again", async () => {
    const local = join(here, "a.zip")
    symlinkSync("/dev/full", `${local}.700000-${MODIFIED.getTime()}.part`)
    expect(await caught(open().download(at(kind, FILE), local))).toMatchObject({
      name: "FeedError",
      code: "disk_full",
    })
    expect(existsSync(local)).toBe(false)
    if (server()) expect(server()!.starts).toEqual([0])
  })

  it("it stops when asked to, before and during a download", async () => {
    const local = join(here, "a.zip")
    expect(
      await caught(open().download(at(kind, FILE), local, { signal: AbortSignal.abort() }))
    ).toMatchObject({ code: "aborted" })
    if (!server()) return
    server()!.faults.push({ stall_at: 100_000 })
    const abort = new AbortController()
    const download = caught(
      open({ timeout_ms: 20_000 }).download(at(kind, FILE), local, { signal: abort.signal })
    )
    while (server()!.starts.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    abort.abort()
    expect(await download).toMatchObject({ code: "aborted" })
    expect(existsSync(local)).toBe(false)
  })

  if (kind === "file") return

  it("a connection that drops at byte k is taken up again there", async () => {
    const local = join(here, "a.zip")
    server()!.faults.push({ drop_at: 131_072 }, { drop_at: 393_216 })
    await open().download(at(kind, FILE), local)
    expect(readFileSync(local).equals(CONTENT)).toBe(true)
    expect(server()!.starts[0]).toBe(0)
    expect(server()!.starts).toHaveLength(3)
    expect(server()!.starts[2]!).toBeGreaterThan(0)
  })

  it("a server that falls silent is given up after the time limit, and what came is kept", async () => {
    const local = join(here, "a.zip")
    server()!.faults.push({ stall_at: 65_536 })
    const error = await caught(open({ timeout_ms: 600, retries: 0 }).download(at(kind, FILE), local))
    expect(["timed_out", "unreachable"]).toContain(error?.code)
    expect(existsSync(local)).toBe(false)
    await open().download(at(kind, FILE), local)
    expect(readFileSync(local).equals(CONTENT)).toBe(true)
  })

  it("a refused login is said at once, without the password", async () => {
    const error = await caught(open({ password: "wrong secret" }).list("/"))
    expect(error).toMatchObject({ name: "FeedError", code: "refused" })
    expect(JSON.stringify([error!.message, error!.cause, error!.stack])).not.toMatch(/wrong secret|shop/)
  })

  it("a port where nobody answers is unreachable", async () => {
    const error = await caught(open({ port: 1 }).list("/"))
    expect(error).toMatchObject({
      name: "FeedError",
      code: "unreachable",
    })
  })
})

it("another host key than expected is refused, the expected one is not", async () => {
  const blob = Buffer.from(HOST_KEY.public.split(" ")[1]!, "base64")
  const host_key = `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/, "")}`
  expect(await KINDS.sftp!.open({ host_key }).list("/")).toHaveLength(2)
  const error = await caught(KINDS.sftp!.open({ host_key: host_key.replace(/.{5}$/, "AAAAA") }).list("/"))
  expect(error).toMatchObject({ code: "refused" })
})

it("a certificate nobody vouches for is not believed", async () => {
  expect(await caught(KINDS.ftps!.open({ tls_options: {} }).list("/"))).not.toBeNull()
})

it("a file that gives more bytes than its size is refused as truncated, one that always gives fewer as unreachable", async () => {
  const claiming = (bytes: number) =>
    makeTransport(
      {
        address: "test",
        explain: () => null,
        open: async () => ({
          list: async () => [],
          stat: async () => ({ name: "a", bytes, modified: null }),
          read: (_path, start, sink) =>
            new Promise<void>((resolve) => sink.end(CONTENT.subarray(start, 1000), () => resolve())),
          close: () => {},
        }),
      },
      QUICK
    )
  expect(await caught(claiming(999).download("a", join(here, "a")))).toMatchObject({ code: "truncated" })
  expect(await caught(claiming(1001).download("a", join(here, "a")))).toMatchObject({ code: "unreachable" })
  expect(existsSync(join(here, "a"))).toBe(false)
  truncateSync(join(here, "a.1001-0.part"), 0)
})
