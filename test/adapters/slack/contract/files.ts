import { eventCallback, viewSubmission } from '../../../support/slack/payloads.ts'
import type { SentFile, Subject } from '../../contract/subject.ts'
import type { SlackBench } from './bench.ts'

/** How a file comes with a command in Slack. */
export const files: Subject<SlackBench>['files'] = {
  remote: true,
  ways: {
    'a form': (bench, id, sent) => {
      const values = { file: { file: { type: 'file_input', files: [fileObject(sent)] } } }
      return bench.act(
        viewSubmission({ private_metadata: 'meeting import|none', values }, { viewId: `V${id}` }),
      )
    },
    'a direct message': (bench, id, sent) => {
      const event = { subtype: 'file_share', text: 'meeting import', files: [fileObject(sent)] }
      return bench.tell(eventCallback('message_im', event, { change: { event_id: id } }))
    },
  },
}

function fileObject({ name, mediaType, url, content }: SentFile) {
  const size = Buffer.byteLength(content)
  return {
    id: 'F1',
    name,
    title: name,
    mimetype: mediaType,
    size,
    url_private: url,
    url_private_download: url,
  }
}
