import { type RemoteFile, remoteFile } from '../../../src/chat/asking/remoteFile.ts'
import type { InputFile } from '../../../src/core/inputFile.ts'
import type { Log } from '../../../src/core/log.ts'
import { type DiscordSettings, publicApiUrl } from '../settings.ts'

/** Where Discord keeps what is attached. */
const hosts = /^(cdn|media)\.discordapp\.(com|net)$/

/** Attachments as files that are fetched when they are read. */
export function inputFiles(
  { settings, log }: { readonly settings: Pick<DiscordSettings, 'apiUrl'>; readonly log: Log },
  files: readonly RemoteFile[],
): readonly InputFile[] {
  const also = settings.apiUrl === publicApiUrl ? [] : [new URL(settings.apiUrl).hostname]
  const failed = (error: unknown) => log.warn({ err: error }, 'failed to fetch an attachment from Discord')
  return files.map((file) => remoteFile(file, { hosts, also, failed }))
}
