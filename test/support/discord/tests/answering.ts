import type { Json } from '../../../../src/core/json.ts'
import { app } from '../far/defaults.ts'
import type { FarSide } from '../far/farSide.ts'
import type { Modal } from '../far/interacting.ts'
import { type Asking, asking } from './asking.ts'

/** Answers interactions as a bot does, for tests of the fake. */
export function answering(far: FarSide) {
  const call: Asking = asking(far)
  return {
    call,
    /** The first answer, by the callback. */
    answer: (interaction: Json, body: Json, query = '') => {
      const path = `/interactions/${interaction['id']}/${interaction['token']}/callback${query}`
      return call('POST', path, body, { token: null })
    },
    /** The path of what follows, and of a message of it. */
    hook: (interaction: Json, rest = '') => `/webhooks/${app.id}/${interaction['token']}${rest}`,
    original: (interaction: Json) => `/webhooks/${app.id}/${interaction['token']}/messages/@original`,
  }
}

/** A row with one button. */
export const row = {
  type: 1,
  components: [{ type: 2, style: 1, label: 'Yes', custom_id: '1|meeting rsvp|meeting=M1' }],
}
/** A form of a text and a list. */
export const form: Json = {
  custom_id: 'f|1',
  title: '/wg bind',
  components: [
    { type: 18, label: 'Title', component: { type: 4, custom_id: 'title', style: 1, max_length: 10 } },
    {
      ...{ type: 18, label: 'Kind' },
      component: {
        ...{ type: 3, custom_id: 'kind', required: false },
        options: [
          { label: 'One', value: 'one', default: true },
          { label: 'Two', value: 'two' },
        ],
      },
    },
  ],
}

export function lastModal({ modals }: FarSide): Modal {
  const modal = modals.at(-1)
  if (!modal) throw new Error('no form was opened')
  return modal
}
