import type { RemoteFile } from '../../../src/chat/asking/remoteFile.ts'
import { array, type Json, object, text } from '../../../src/core/json.ts'

/** Files that somebody sent to the bot, which Teams lays into their OneDrive and gives an address to read them. */
export function readFiles(activity: Json): readonly RemoteFile[] {
  return array(activity['attachments'])
    .map(object)
    .filter(({ contentType }) => contentType === 'application/vnd.microsoft.teams.file.download.info')
    .flatMap((attachment) => {
      const url = text(object(attachment['content'])['downloadUrl'])
      // Teams tells the ending of a file, and never its media type.
      const mediaType = 'application/octet-stream'
      return url === undefined ? [] : [{ url, name: text(attachment['name']) ?? 'file', mediaType }]
    })
}
