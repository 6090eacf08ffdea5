import type { RemoteFile } from '../../../src/chat/asking/remoteFile.ts'
import { array, type Json, object, text } from '../../../src/core/json.ts'

/** Files sent to the bot, which Teams stores in the sender's OneDrive with a download address. */
export function readFiles(activity: Json): readonly RemoteFile[] {
  return array(activity['attachments'])
    .map(object)
    .filter(({ contentType }) => contentType === 'application/vnd.microsoft.teams.file.download.info')
    .flatMap((attachment) => {
      const url = text(object(attachment['content'])['downloadUrl'])
      // Teams gives a file's extension, never its media type.
      const mediaType = 'application/octet-stream'
      return url === undefined ? [] : [{ url, name: text(attachment['name']) ?? 'file', mediaType }]
    })
}
