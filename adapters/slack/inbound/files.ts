import type { RemoteFile } from '../../../src/chat/asking/remoteFile.ts'
import { array, object, text } from '../../../src/core/json.ts'

/** Files as Slack describes them, without those that have no download address. */
export function readFiles(given: unknown, option?: string): readonly RemoteFile[] {
  return array(given)
    .map(object)
    .flatMap((file) => {
      const url = text(file['url_private_download']) ?? text(file['url_private'])
      if (url === undefined) return []
      const { size } = file
      return {
        url,
        name: text(file['name']) ?? 'file',
        mediaType: text(file['mimetype']) ?? 'application/octet-stream',
        ...(option === undefined ? {} : { option }),
        ...(typeof size === 'number' ? { size } : {}),
      }
    })
}
