export { fileTransport } from "./file"
export { ftpTransport, type FtpOptions } from "./ftp"
export { sftpTransport, type SftpOptions } from "./sftp"
export type { DownloadOptions, RemoteFile, RetryOptions, Transport } from "./transport"
