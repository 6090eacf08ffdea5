import { feature } from '../define.ts'
import { draftReport, exportReport } from './annual/draft.ts'
import { reportDue } from './annual/due.ts'
import { reportStatus } from './annual/status.ts'
import { figures } from './figures.ts'
import { meetings } from './meetings.ts'
import { workItemDue } from './plan/due.ts'
import { plan } from './plan/plan.ts'
import { evidence, progress } from './progress.ts'
import { record, remove } from './record.ts'
import { showReport } from './show.ts'
import { submit } from './submit.ts'
import { undoReport } from './undo.ts'

const make = '(make|write|draft|prepare|generate|create|produce|compose|compile) [me]'
const annual = "(the|an|our|this year's) [draft of the] annual report"
const howMany =
  'how many meetings (were (held|there)|took place|have been held|(have|did) (we|the groups|all groups|groups) (hold|held|have|had))'

/** What the framework is in numbers, what its groups plan, and what they report. */
export const report = feature({
  name: 'report',
  about: 'Figures, work plans, progress reports and the annual report',
  forms: { record: ['Record a figure', 'Record'], remove: ['Remove a figure', 'Remove'], progress: ['Progress of a group', 'Show'], evidence: ['Evidence', 'Show'], draft: ['Draft of the report', 'Show'], submit: ['Progress report', 'Submit'], undo: ['Undo', 'Undo'] }, // biome-ignore format: a table
  commands: [
    figures,
    meetings,
    progress,
    evidence,
    record,
    remove,
    plan,
    submit,
    showReport,
    reportStatus,
    draftReport,
    exportReport,
    undoReport,
  ],
  sayings: [
    ['figures', 'report figures'],
    ['the figures', 'report figures'],
    ['in numbers', 'report figures'],
    ['compact in numbers', 'report figures'],
    ['the compact in numbers', 'report figures'],
    ['how many focal points do we have', 'report figures'],
    ['how many focal points are there', 'report figures'],
    ['how many entities are there', 'report figures'],
    ['how many entities do we have', 'report figures'],
    ['how many members do we have', 'report figures'],
    ['how many working groups are there', 'report figures'],
    ['annual report', 'report status'],
    ['the annual report', 'report status'],
    [`${make} ${annual}`, 'report draft'],
    [`${make} ${annual} (for|of) #`, 'report draft #'],
    [`${howMany} [this year|so far|so far this year]`, 'report meetings'],
    [
      `how many meetings (did|has) @ (hold|held|have|had) [(this year|so far|so far this year)]`,
      'report meetings',
    ],
    ['(how is|how about|where is) [the] work plan of @ [going|doing]', 'report plan @'],
    ['what (is|does) @ (planning|plan|want to do) [this year]', 'report plan @'],
    ['(add|record|enter) (a|the) figure: …', 'report record …'],
    [`${howMany} in #`, 'report meetings #'],
    ['annual report #', 'report export #'],
    ['the annual report #', 'report export #'],
    ['show the annual report #', 'report export #'],
    ['show me the annual report #', 'report export #'],
    ['work plan of @', 'report plan @'],
    ['the work plan of @', 'report plan @'],
    ['show the work plan of @', 'report plan @'],
    ['@ work plan', 'report plan @'],
    ['progress report of @', 'report show @'],
    ['who has submitted', 'report status'],
    ['who has submitted their report', 'report status'],
  ],
  rules: [reportDue, workItemDue],
})
