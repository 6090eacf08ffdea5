import { randomBytes } from 'node:crypto'

import { feature } from '../define.ts'
import { call } from './calls/call.ts'
import { contact } from './calls/contact.ts'
import { nudge } from './calls/nudge.ts'
import { newsletterNudge } from './calls/nudgeRule.ts'
import { newsletterCall, newsletterLastCall, newsletterReminder } from './calls/rules.ts'
import { silentAtClosing } from './calls/silentAtClosing.ts'
import { draft } from './draft/draft.ts'
import { exportIssue } from './draft/export.ts'
import { keep } from './draft/keep.ts'
import { note } from './draft/note.ts'
import { order } from './draft/order.ts'
import { previewPage, previewWith } from './draft/preview.ts'
import { read } from './draft/read.ts'
import { triage } from './draft/triage/triage.ts'
import { newsletterHome } from './home.ts'
import { approve } from './issue/approve.ts'
import { correct } from './issue/correct.ts'
import { close, reopen } from './issue/deadline.ts'
import { extend } from './issue/extend.ts'
import { open } from './issue/open.ts'
import { pass } from './issue/pass.ts'
import { publish } from './issue/publish.ts'
import { status } from './issue/status.ts'
import { addToPlan } from './plan/addToPlan.ts'
import { closingPlan } from './plan/closingPlan.ts'
import { figuresPlan, labelPlan } from './plan/figures.ts'
import { headPlan, placePlan } from './plan/layout.ts'
import { needsOfPlan } from './plan/needs.ts'
import { addPartToPlan, removePartFromPlan } from './plan/parts.ts'
import { figurePlan, namePlan, showPlan, titlePlan } from './plan/plan.ts'
import { removeFromPlan, restoreToPlan } from './plan/removeFromPlan.ts'
import { coverage } from './readers/coverage.ts'
import { addSubscribersWith, listSubscribers, removeSubscribers } from './readers/subscribers.ts'
import { editorsSentences, editorsTold } from './sentences.ts'
import { mendStyle } from './style/mendStyle.ts'

/** The newsletter: opened for a period, filled by everybody, edited together, published and sent. */
export const newsletter = feature({
  name: 'newsletter',
  about: 'Open an issue, see what has come in, edit the draft, publish and export it',
  groups: {
    subscribers: 'Who gets published issues by e-mail',
    plan: 'The newsletter’s name, its sections with their titles and order, its figures',
  },
  thing: 'issue',
  forms: { pass: ['Nothing to report', 'Send'], preview: ['Link to the draft', 'Make the link'], order: ['Order of a section', 'Save'], keep: ['Items of the year', 'Save'], note: ['Introduction', 'Save'], mend: ['Mend the style', 'Show'], call: ['Calls', 'Save'], nudge: ['Nudge', 'Nudge'], contact: ['Whom to call first', 'Save'], correct: ['Correct the issue', 'Go on'], 'subscribers add': ['Add subscribers', 'Add'], 'subscribers remove': ['Remove subscribers', 'Remove'], 'plan name': ['Name of the newsletter', 'Save'], 'plan head': ['Heading of a part', 'Save'], 'plan title': ['Title of a section', 'Save'], 'plan place': ['Place of a section', 'Save'], 'plan add': ['Add a section', 'Add'], 'plan remove': ['Remove the section', 'Remove'], 'plan restore': ['Restore the section', 'Restore'], 'plan add-part': ['Add a part', 'Add'], 'plan remove-part': ['Remove a part', 'Remove'], 'plan needs': ['What a section needs', 'Save'], 'plan closing': ['Closing words', 'Save'], 'plan figure': ['Record a figure', 'Record'], 'plan label': ['Label of a figure', 'Save'], 'plan figures': ['Order of the figures', 'Save'] }, // biome-ignore format: a table
  commands: [
    ...[open, status, pass, triage, draft, previewWith(newToken), order, keep, note, read, exportIssue],
    ...[mendStyle, call, nudge, contact],
    ...[close, reopen, extend, approve, publish, correct, coverage],
    ...[listSubscribers, addSubscribersWith(newToken), removeSubscribers],
    ...[showPlan, namePlan, headPlan, titlePlan, placePlan, addToPlan, removeFromPlan, restoreToPlan],
    ...[addPartToPlan, removePartFromPlan, needsOfPlan, closingPlan, figurePlan, labelPlan, figuresPlan],
  ],
  offers: editorsTold,
  sayings: [
    ['(close|end) [the] (issue|bulletin|newsletter) [on|by] … instead', 'newsletter extend …'],
    ['(keep|leave) [the] (issue|bulletin|newsletter) open (until|till|to) …', 'newsletter extend …'],
    ['export newsletter', 'newsletter export'],
    ['export the newsletter', 'newsletter export'],
    ['download the newsletter', 'newsletter export'],
    ['export newsletter as …', 'newsletter export format:"…"'],
    ['export the newsletter as …', 'newsletter export format:"…"'],
    ['newsletter as …', 'newsletter export format:"…"'],
    ...['export', 'download', 'export the', 'download the', 'send me', 'get'].flatMap((verb) =>
      ['issue', 'no.', 'newsletter', 'newsletter no.'].flatMap((what) => [
        [`${verb} ${what} # as …`, 'newsletter export # format:"…"'] as const,
        [`${verb} ${what} # in …`, 'newsletter export # format:"…"'] as const,
        [`${verb} ${what} #`, 'newsletter export #'] as const,
      ]),
    ),
    ['(publish|release) [the] (newsletter|bulletin|issue)', 'newsletter publish'],
    // It is published at once alone: at another time whoever does it is reminded.
    [
      '(publish|release) [the] (newsletter|bulletin|issue) (on|at) …',
      'reminder add text:"/newsletter publish" at:"…"',
    ],
    ...['today', 'tomorrow', 'next', 'this'].map(
      (when) =>
        [
          `(publish|release) [the] (newsletter|bulletin|issue) ${when} …`,
          `reminder add text:"/newsletter publish" at:"${when} …"`,
        ] as const,
    ),
    ['(read|show me|open) the [latest|last|previous] (newsletter|bulletin|issue)', 'newsletter read'],
    ['[the] latest newsletter', 'newsletter read'],
    ["(read|show me|open) [the] last month's (newsletter|bulletin|issue)", 'newsletter read "last month"'],
    ['(read|show me) the … newsletter', 'newsletter read "…"'],
    [
      '(i|we) (need|want|would need) (more time|longer|an extension|another week|a few [more] days) (for|with) (the|our|my) (newsletter|contribution|contributions|input|inputs|update|updates)',
      'newsletter extend',
    ],
    ["((what's|whats|what is) new|any news)", 'newsletter read'],
    ['nothing to report', 'newsletter pass'],
    [
      '(nudge|chase|remind|ask) (everyone|everybody|all|those|all those|all entities|the entities|entities) (who|that) [is|are] [still] silent',
      'newsletter nudge silent:entities',
    ],
    ['nudge (all|everybody)', 'newsletter nudge silent:entities'],
    [
      '(nudge|chase|remind|ask) (everyone|everybody|all|those|all those|anyone|anybody|the ones) who (is|are) (late|missing|overdue) with (their|the) (contribution|contributions|input|inputs|update|updates)',
      'newsletter nudge silent:entities',
    ],
    [
      "(nudge|chase|remind|ask) (everyone|everybody|all|those|all those|anyone|anybody|the ones) who (hasn't|haven't|has not|have not) (contributed|sent anything|sent their (update|updates|contribution|contributions)) [yet]",
      'newsletter nudge silent:entities',
    ],
    ['mend all', 'newsletter mend'],
    ['mend everything', 'newsletter mend'],
    [
      `[sorry|sorry,] [(we|i) have|we've|i've|there is|there's] nothing [new|else|more|much] [to (report|submit|share|add|send)] [from (us|me|our side|my side|our end)] [(this|the) (time|month|issue|round|period)|for (now|this issue|the newsletter|this newsletter)]`,
      'newsletter pass',
    ],
    [
      '@ has nothing [new|else|more] [to (report|submit|share|add|send)] [this (time|month|issue|round)]',
      'newsletter pass @',
    ],
    [
      '[show|see] [the] (draft (newsletter|issue)|newsletter draft|draft of the (newsletter|issue))',
      'newsletter draft',
    ],
    ['((show|see) [me] [the] draft|the draft)', 'newsletter draft'],
    [
      'who [still] has not [yet] (sent|submitted|contributed|posted|reported) [(anything|something|input|inputs|updates|an update|(a|their) contribution)] [yet]',
      'newsletter status',
    ],
    [
      '(who|which entities|which members|which entity) (has|have|is|are) [been] (quiet|silent|inactive) [lately|recently|so far|(this|for the) year|for a while]',
      'newsletter coverage',
    ],
    [
      '(remind|chase|nudge|ping) (everyone|everybody|those|all|entities|the entities|[the] focal points) (who|that|which) (has|have) not [yet] (sent|submitted|contributed|posted|reported) [(anything|something|input|inputs|their input|updates|an update|(a|their) contribution)] [yet]',
      'newsletter nudge silent:entities',
    ],
    [
      "(when is|when's|what is|what's) the deadline for (inputs|input|updates|contributions|items|the newsletter|this issue|the issue)",
      'newsletter status',
    ],
    [
      '([quelle est|quand est] la date limite|date limite|cuál es la fecha límite|cuándo es la fecha límite|fecha límite|когда (срок|крайний срок)|الموعد النهائي) [(pour|de|para|del|для) …]',
      'newsletter status',
    ],
    [
      '(quand (faut-il|doit-on|dois-je|devons-nous)|cuándo (hay que|debo|debemos)) (envoyer|soumettre|remettre|enviar|entregar) …',
      'newsletter status',
    ],
    ['no (news|updates|update|input|inputs) from @ [this (time|month|issue|round)]', 'newsletter pass @'],
    ['[send me|get|download] [the] newsletter (as|in) …', 'newsletter export format:"…"'],
    [
      'what (came in|has come in|have we got|do we have) [so far|until now|yet] [for the (newsletter|issue)]',
      'newsletter status',
    ],
    ['deadline', 'newsletter status'],
    ['the deadline', 'newsletter status'],
    ['when does newsletter close', 'newsletter status'],
    ['is the issue open', 'newsletter status'],
    ['is the newsletter open', 'newsletter status'],
    ['how many updates', 'newsletter status'],
    ['how many updates are there', 'newsletter status'],
    ['when is the deadline', 'newsletter status'],
    ['what is the deadline', 'newsletter status'],
    ["what's the deadline", 'newsletter status'],
    ['when does the newsletter close', 'newsletter status'],
    ['when is the next newsletter due', 'newsletter status'],
    ['who has not sent anything', 'newsletter status'],
    ["who's missing", 'newsletter status'],
    ['who is missing', 'newsletter status'],
    ['status newsletter', 'newsletter status'],
    ['status of the newsletter', 'newsletter status'],
    ['nothing from us', 'newsletter pass'],
    ['nothing from us this time', 'newsletter pass'],
    ["i've nothing to report", 'newsletter pass'],
    ["we've nothing to report", 'newsletter pass'],
    ['no updates from us', 'newsletter pass'],
    ['no update from us', 'newsletter pass'],
    ['no updates this time', 'newsletter pass'],
    ['nothing new to report', 'newsletter pass'],
    ...['publish', 'publish it', 'publish the newsletter', 'publish the issue', 'publish this issue'].map(
      (text) => [text, 'newsletter publish'] as const,
    ),
    ...['extend', 'extend it', 'extend the newsletter', 'extend the issue', 'extend the deadline'].flatMap(
      (text) =>
        ['to', 'until', 'till', 'by'].map((to) => [`${text} ${to} …`, 'newsletter extend …'] as const),
    ),
    ['what is missing', 'newsletter status'],
    ["what's missing", 'newsletter status'],
    ['how many updates do we have', 'newsletter status'],
    ...editorsSentences,
  ],
  home: newsletterHome,
  rules: [newsletterCall, newsletterReminder, newsletterLastCall, newsletterNudge, silentAtClosing],
  pages: { preview: previewPage },
})

function newToken(): string {
  return randomBytes(24).toString('base64url')
}
