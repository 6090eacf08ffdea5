import { places } from '../../../support/discord/far/defaults.ts'
import { slash } from '../../../support/discord/sent/interactions.ts'
import { freshId } from '../../contract/declare.ts'
import type { Subject } from '../../contract/subject.ts'
import { byRequests, caller, type DiscordBench, people, rooms } from './bench.ts'
import { buttons } from './buttons.ts'
import { deliveries, refusals } from './deliveries.ts'
import { files } from './files.ts'
import { events, form, ignored } from './samples.ts'

/** Discord by HTTP. */
export const discord: Subject<DiscordBench> = {
  name: 'Discord',
  open: byRequests,
  events,
  // Discord brings nothing again, whatever becomes of it.
  repeats: [],
  replays: 'dispatched',
  ignored,
  typed: {
    bring: (bench, words) =>
      bench.bring(freshId(), () =>
        slash(bench.far, { by: caller.id, command: 'meeting list', options: { words } }),
      ),
    // Nobody types lines in Discord: a command comes with its options.
    read: (input) => (input.kind === 'fields' ? `/${input.command} ${input.fields['words']}` : ''),
    cannot: {
      'Discord’s mentions and times':
        'Discord writes so what its client shows as names, and it is read as those',
    },
  },
  files,
  buttons,
  doubleClick: 'two presses',
  sendForm: (bench, name) => bench.bring(freshId(), () => form('channel', draftNamed(name))(bench)),
  ackMs: 3_000,
  closeLate({ far }) {
    for (const kind of ['original', 'readOriginal', 'removeOriginal', 'followup'] as const) {
      far.fault(kind, { kind: 'status', status: 401, code: 50_027 }, 1_000)
    }
  },
  limits: [80, 100, 256, 1_024, 2_000, 4_096],
  people: [person(0), person(1)],
  rooms: [room(0), room(1)],
  deliveries,
  refusals,
}

function person(which: 0 | 1) {
  const { id: account, globalName: name } = people[which]
  return { platform: 'discord', tenant: '-', account, email: null, name }
}

function room(which: 0 | 1) {
  return { platform: 'discord', tenant: places.guild, channel: rooms[which], private: false }
}

/** A draft is named by 16 characters at most. */
function draftNamed(name: string): string {
  return name.slice(-16)
}
