import { features } from '../../../../commands/index.ts'
import { type Option, type OptionKind, option } from '../../../../src/core/option.ts'

export const about = 'What it means'

/** One option of every kind that is typed or picked; a kind that is added must be added here. */
export const kinds: Readonly<Record<Exclude<OptionKind, 'file'>, Option>> = {
  text: option.text({ about }),
  integer: option.integer({ about, min: 1, max: 1000 }),
  choice: option.choice({ about, choices: ['regular', 'in-focus', 'committee'] }),
  flag: option.flag({ about }),
  entity: option.entity({ about }),
  entities: option.entities({ about }),
  person: option.person({ about }),
  group: option.group({ about }),
  groups: option.groups({ about }),
  meeting: option.meeting({ about }),
  record: option.record({ about, prefix: 'U' }),
  moment: option.moment({ about }),
  day: option.day({ about }),
  period: option.period({ about }),
  duration: option.duration({ about, min: 5, max: 60 }),
  section: option.section({ about }),
  zone: option.zone({ about }),
}

/** The options of every command, by its words. */
export const catalogue = features.flatMap((feature) =>
  feature.commands.map((command) => ({
    name: `${feature.name} ${command.name}`.trim(),
    options: command.options,
  })),
)
