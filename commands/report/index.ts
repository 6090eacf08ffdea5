import { feature } from '../define.ts'
import { figures } from './figures.ts'
import { meetings } from './meetings.ts'
import { evidence, progress } from './progress.ts'
import { record, remove } from './record.ts'

/** What the Compact is in numbers. */
export const report = feature({
  name: 'report',
  about: 'The Compact in numbers, each figure with its day',
  commands: [figures, meetings, progress, evidence, record, remove],
})
