import { command, type Feature, feature } from '../../commands/define.ts'
import { everyone } from '../../src/core/catalog.ts'
import { message } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'

const meeting = required(option.text({ about: 'Which meeting' }))

function action(group: string | undefined, name: string, options: Parameters<typeof command>[0]['options']) {
  const words = group === undefined ? name : `${group} ${name}`
  return command({
    name,
    ...(group === undefined ? {} : { group }),
    about: `Try out ${words}`,
    options,
    access: everyone,
    examples: [`/council ${words}`],
    run: (_context, values) => message(`${words}: ${JSON.stringify(values)}`),
  })
}

/** A feature of tests alone, with actions of one word and actions in groups. */
export const groupedFeature: Feature = feature({
  name: 'council',
  about: 'What a council does',
  groups: { agenda: 'What will be talked about', poll: 'When to meet' },
  commands: [
    action(undefined, 'schedule', { title: required(option.text({ about: 'Its title' })) }),
    action('agenda', 'add', {
      meeting,
      item: required(option.text({ about: 'What to talk about' })),
      minutes: option.integer({ about: 'How long', min: 1, max: 90 }),
    }),
    action('agenda', 'remove', { meeting }),
    action('poll', 'open', { title: required(option.text({ about: 'What it asks' })) }),
    action('poll', 'vote', { poll: required(option.text({ about: 'Which poll' })) }),
    action('agenda', 'order', { meeting }),
  ],
})
