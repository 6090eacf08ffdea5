import { message } from '../../../support/teams/sent/activities.ts'
import type { Subject } from '../../contract/subject.ts'
import type { TeamsBench } from './bench.ts'

/** How a file comes with a command in Teams, which takes files in the personal chat alone. */
export const files: Subject<TeamsBench>['files'] = {
  remote: true,
  ways: {
    'a message in the personal chat': (bench, id, { name, url }) => {
      const content = { downloadUrl: url, uniqueId: 'file-1', fileType: 'csv' }
      const contentType = 'application/vnd.microsoft.teams.file.download.info'
      const attachments = [{ contentType, contentUrl: 'https://compact.sharepoint.com/x', name, content }]
      return bench.bring(message('meeting import', { ...bench.at(), id, change: { attachments } }))
    },
  },
}
