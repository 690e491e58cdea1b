/* eslint-disable @typescript-eslint/no-explicit-any -- neither server library types the parts that misbehave here */
import { EventEmitter } from "node:events"
import { readdirSync, readFileSync, statSync } from "node:fs"
import { createServer } from "node:net"
import { basename, join } from "node:path"
import { PassThrough, Readable } from "node:stream"
import { FileSystem, FtpSrv } from "ftp-srv"
import ssh2, { type Connection } from "ssh2"
import { TEST_CERTIFICATE, TEST_KEY } from "./test-certificate"

/** What a server does wrong, for one transfer after the other; an empty list is a server that does everything right. */
export type Fault = { drop_at: number } | { stall_at: number }
export type Server = { port: number; faults: Fault[]; starts: number[]; close(): Promise<unknown> }

export const USER = "shop"
export const PASSWORD = "correct horse battery"

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await new Promise((resolve) => server.once("listening", resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

const silent = Object.assign(new EventEmitter(), {
  ...Object.fromEntries(
    ["trace", "debug", "info", "warn", "error", "fatal"].map((level) => [level, () => {}])
  ),
  child: (): unknown => silent,
})

export async function ftpServer(root: string, tls = false): Promise<Server> {
  const port = await freePort()
  const passive = await freePort()
  const state: Server = { port, faults: [], starts: [], close: async () => server.close() }
  class FaultyFiles extends FileSystem {
    override async read(name: string, { start }: { start?: number } = {}): Promise<any> {
      state.starts.push(start ?? 0)
      const all = readFileSync(join(root, basename(name))).subarray(start ?? 0)
      const fault = state.faults.shift()
      if (!fault) return { stream: Readable.from([all]), clientPath: name }
      const stream = new PassThrough()
      if ("stall_at" in fault) stream.write(all.subarray(0, fault.stall_at))
      else {
        stream.write(all.subarray(0, fault.drop_at))
        setTimeout(() => {
          const connection = this.connection as any
          connection.connector?.dataSocket?.destroy()
          connection.commandSocket.destroy()
        }, 100)
      }
      return { stream, clientPath: name }
    }
  }
  const server = new FtpSrv({
    url: `ftp://127.0.0.1:${port}`,
    pasv_url: "127.0.0.1",
    pasv_min: passive,
    log: silent,
    ...(tls ? { tls: { key: TEST_KEY, cert: TEST_CERTIFICATE } } : {}),
  })
  server.on("login", ({ connection, username, password }, resolve, reject) => {
    if (username === USER && password === PASSWORD)
      resolve({ fs: new FaultyFiles(connection, { root, cwd: "/" }) })
    else reject(new Error("Bad login"))
  })
  server.on("client-error", () => {})
  await server.listen()
  return state
}

export const HOST_KEY = ssh2.utils.generateKeyPairSync("ed25519")

export async function sftpServer(root: string): Promise<Server> {
  const connections = new Set<Connection>()
  const state: Server = {
    port: 0,
    faults: [],
    starts: [],
    close: async () => {
      for (const connection of connections) connection.end()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  const server = new ssh2.Server({ hostKeys: [HOST_KEY.private] }, (connection) => {
    connections.add(connection)
    connection.on("error", () => {})
    connection.on("close", () => connections.delete(connection))
    connection.on("authentication", (login) => {
      if (login.method === "password" && login.username === USER && login.password === PASSWORD)
        login.accept()
      else login.reject(["password"])
    })
    connection.on("session", (accept) =>
      accept().on("sftp", (open) => serveFiles(open(), root, state, connection))
    )
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  state.port = (server.address() as { port: number }).port
  return state
}

function serveFiles(sftp: any, root: string, state: Server, connection: Connection): void {
  const { OK, EOF, NO_SUCH_FILE } = ssh2.utils.sftp.STATUS_CODE
  const local = (path: string) => join(root, path === "." ? "" : path)
  const attributes = (path: string) => {
    const { size, mtime, mode } = statSync(path)
    return {
      size,
      mode,
      uid: 0,
      gid: 0,
      atime: mtime.getTime() / 1000,
      mtime: Math.floor(mtime.getTime() / 1000),
    }
  }
  const trying = (id: number, work: () => void) => {
    try {
      work()
    } catch {
      sftp.status(id, NO_SUCH_FILE)
    }
  }
  let listed = false
  let content = Buffer.alloc(0)
  let first = true
  let fault: Fault | undefined
  sftp.on("REALPATH", (id: number, path: string) =>
    sftp.name(id, [{ filename: path, longname: path, attrs: {} }])
  )
  for (const call of ["STAT", "LSTAT"]) {
    sftp.on(call, (id: number, path: string) => trying(id, () => sftp.attrs(id, attributes(local(path)))))
  }
  sftp.on("OPENDIR", (id: number, path: string) =>
    trying(id, () => (readdirSync(local(path)), sftp.handle(id, Buffer.from(path))))
  )
  sftp.on("READDIR", (id: number, handle: Buffer) => {
    if (listed) return sftp.status(id, EOF)
    listed = true
    const folder = local(handle.toString())
    sftp.name(
      id,
      readdirSync(folder).map((name) => {
        const attrs = attributes(join(folder, name))
        return {
          filename: name,
          longname: `${attrs.mode & 0o040000 ? "d" : "-"}rw-r--r-- 1 u g 1 Jan 1 00:00 ${name}`,
          attrs,
        }
      })
    )
  })
  sftp.on("OPEN", (id: number, path: string) =>
    trying(id, () => {
      content = readFileSync(local(path))
      fault = state.faults.shift()
      sftp.handle(id, Buffer.from("file"))
    })
  )
  sftp.on("FSTAT", (id: number) =>
    sftp.attrs(id, { size: content.length, mode: 0o100644, uid: 0, gid: 0, atime: 0, mtime: 0 })
  )
  sftp.on("READ", (id: number, _handle: Buffer, offset: number, length: number) => {
    if (first) state.starts.push(offset)
    first = false
    if (offset >= content.length) return sftp.status(id, EOF)
    if (fault && "drop_at" in fault && offset >= fault.drop_at) return connection.end()
    if (fault && "stall_at" in fault && offset >= fault.stall_at) return
    sftp.data(id, content.subarray(offset, offset + length))
  })
  sftp.on("CLOSE", (id: number) => sftp.status(id, OK))
}
