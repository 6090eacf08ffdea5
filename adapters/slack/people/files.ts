import { type RemoteFile, remoteFile } from '../../../src/chat/asking/remoteFile.ts'
import type { InputFile } from '../../../src/core/inputFile.ts'
import type { Log } from '../../../src/core/log.ts'
import { publicApiUrl, type SlackSettings } from '../settings.ts'
import type { Installation } from './installations.ts'

/** The hosts on which Slack keeps files. */
const hosts = /^files\.slack(-gov)?\.com$/

interface FileAccess {
  readonly settings: Pick<SlackSettings, 'apiUrl'>
  readonly log: Log
  readonly tokenOf: (installation: Installation) => Promise<string>
}

/** Files of a workspace, fetched with the bot's token when they are read. */
export async function inputFiles(
  { settings, log, tokenOf }: FileAccess,
  { installation }: { readonly installation: Installation },
  files: readonly RemoteFile[],
): Promise<readonly InputFile[]> {
  if (files.length === 0) return []
  const headers = { authorization: `Bearer ${await tokenOf(installation)}` }
  const also = settings.apiUrl === publicApiUrl ? [] : [new URL(settings.apiUrl).hostname]
  const failed = (error: unknown) =>
    log.warn({ err: error }, 'failed to fetch a file from Slack; the app needs the scope files:read')
  return files.map((file) => remoteFile(file, { hosts, also, headers, failed }))
}
