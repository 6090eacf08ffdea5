import { stepId } from '../../../../adapters/discord/api/customIds.ts'
import { modalOf } from '../../../../adapters/discord/forms/modal.ts'
import { formOf } from '../../../../src/core/form.ts'
import { object } from '../../../../src/core/json.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { interactionOf } from '../../../support/discord/sent/common.ts'
import { slash } from '../../../support/discord/sent/interactions.ts'
import { submit } from '../../../support/discord/sent/presses.ts'
import type { SentFile, Subject } from '../../contract/subject.ts'
import { caller, type DiscordBench } from './bench.ts'

const id = '1310000000000009101'
const command = 'meeting import'
const from = { by: caller.id, where: places.channel }

/** How a file comes with a command in Discord. */
export const files: Subject<DiscordBench>['files'] = {
  remote: true,
  ways: {
    'an option of a command': (bench, event, sent) =>
      bench.bring(event, () => {
        const option = { type: 11, name: 'file', value: id }
        const options = [{ type: 1, name: 'import', options: [option] }]
        const data = { id: '1', name: 'meeting', type: 1, options, resolved: resolved(sent) }
        return interactionOf(bench.far, 2, data, from)
      }),
    'a form': (bench, event, sent) =>
      bench.bring(event, () => {
        const { far, host } = bench
        const form = formOf(host.catalog, command)
        if (!form) throw new Error('there is no such form')
        const customId = stepId('form', { draft: far.mint(), step: 0, command, prompted: false })
        const data = { ...modalOf(form, { step: 0, customId, choices: new Map() }) }
        const opener = slash(far, { ...from, command, loose: true })
        const modal = { interaction: far.interactions.register(opener), data }
        const given = submit(far, modal, { file: [id] })
        return { ...given, data: { ...object(given['data']), resolved: resolved(sent) } }
      }),
  },
}

function resolved({ name, mediaType, url, content }: SentFile) {
  const size = Buffer.byteLength(content)
  const attachment = {
    id,
    filename: name,
    size,
    url,
    proxy_url: url,
    content_type: mediaType,
    ephemeral: true,
  }
  return { attachments: { [id]: attachment } }
}
