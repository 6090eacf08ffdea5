/** What people ask about one meeting; its card answers. */
const ofOne = [
  'when is M#',
  'when is meeting M#',
  'when is the meeting M#',
  'when does M# start',
  'when does M# begin',
  ...['what time', 'at what time', 'at what hour', 'what hour', 'what day', 'on what day'].map(
    (what) => `${what} is M#`,
  ),
  ...['where is', 'where does', 'place of', 'room of'].map((where) => `${where} M#`),
  'where does M# take place',
  ...['link', 'the link', 'what is the link', 'zoom link', 'the zoom link', 'the zoom', 'video link'].flatMap(
    (link) => ['of', 'for', 'to'].flatMap((of) => [`${link} ${of} M#`, `${link} ${of} the meeting M#`]),
  ),
  ...['confirmed', 'on', 'still on', 'maintained', 'cancelled', 'taking place'].map(
    (state) => `is M# ${state}`,
  ),
  'does M# take place',
  ...['is not coming', "isn't coming", 'does not come', 'is coming late'].map((who) => `who ${who} to M#`),
  ...['yes', 'no', 'maybe'].map((answer) => `who said ${answer} to M#`),
  ...['is missing for', 'is missing at', 'is absent from', 'has declined'].map((who) => `who ${who} M#`),
  ...['are coming to', 'people are coming to', 'come to', 'people come to', 'entities come to'].map(
    (come) => `how many ${come} M#`,
  ),
  ...['quorum of M#', 'quorum for M#', 'do we have quorum for M#', 'do we have a quorum for M#'],
  'details of M#',
  'details for M#',
  'tell me about M#',
  'meeting M#',
] as const

const spans = ['week', 'month', 'quarter'].flatMap((unit) => [`this ${unit}`, `next ${unit}`])

/** What people ask about meetings, and how they call one off. */
export const aboutMeetings: readonly (readonly [said: string, line: string])[] = [
  ...['silence broken', 'is the silence broken', 'was the silence broken', 'silences', 'open silences'].map(
    (asked) => [asked, 'meeting silence list'] as const,
  ),
  ...ofOne.map((said) => [said, 'meeting show #'] as const),
  ...['between … and', 'from … to', 'from … until'].map(
    (days) => [`meetings ${days} …`, 'meeting list in:"… to …"'] as const,
  ),
  ...[...spans, 'today', 'tomorrow'].flatMap((span) => [
    [`${span} meetings`, `meeting list ${span}`] as const,
    [`${span}'s meetings`, `meeting list ${span}`] as const,
  ]),
  ...[
    'what are the meetings',
    'which meetings',
    'what meetings',
    'which meetings do we have',
    'show me the meetings',
  ].flatMap((asked) =>
    ['of', 'in', 'for'].flatMap((of) => [
      [`${asked} ${of} …`, 'meeting list …'] as const,
      [`${asked} ${of} the next week`, 'meeting list next week'] as const,
    ]),
  ),
  ...[
    'M# is cancelled',
    'M# is canceled',
    'cancel meeting M#',
    'cancel the meeting M#',
    'call off M#',
    'skip M#',
  ].map((said) => [said, 'meeting cancel #'] as const),
  ...['is cancelled', 'is canceled', 'is called off'].map(
    (gone) => [`the meeting of … ${gone}`, 'meeting cancel …'] as const,
  ),
  ...['and all following', 'and the following', 'and all that follow', 'and the rest'].flatMap((rest) => [
    [`move M# ${rest} to …`, 'meeting move # series:rest start:…'] as const,
    [`meeting move M# ${rest} to …`, 'meeting move # series:rest start:…'] as const,
    [`cancel M# ${rest}`, 'meeting cancel # series:rest'] as const,
  ]),
  ...['end', 'stop', 'cancel'].map(
    (verb) => [`${verb} the series of M#`, 'meeting cancel # series:rest'] as const,
  ),
]

/** How people change one thing of a meeting. */
export const toEdit: readonly (readonly [said: string, line: string])[] = [
  ...(
    [
      ['place', ['place', 'room', 'venue', 'location']],
      ['link', ['link', 'zoom link', 'video link']],
      ['title', ['title', 'name']],
    ] as const
  ).flatMap(([option, names]) =>
    names.flatMap((name) => [
      ...['change', 'set', 'update'].flatMap((verb) =>
        ['the ', ''].map(
          (article) => [`${verb} ${article}${name} of M# to …`, `meeting edit # ${option}:…`] as const,
        ),
      ),
      [`the ${name} of M# is …`, `meeting edit # ${option}:…`] as const,
      [`M# ${name} …`, `meeting edit # ${option}:…`] as const,
    ]),
  ),
  ...['add link', 'add the link', 'put the link'].map(
    (add) => [`${add} … to M#`, 'meeting edit # link:…'] as const,
  ),
  ['M# in room …', 'meeting edit # place:"Room …"'],
  ['M# is in room …', 'meeting edit # place:"Room …"'],
  ['M# … earlier', 'meeting move # … earlier'],
  ['M# … later', 'meeting move # … later'],
  ['postpone M#', 'meeting move #'],
  ...['undo the cancellation of M#', 'undo the cancelling of M#', 'reinstate M#', 'uncancel M#'].map(
    (said) => [said, 'meeting restore #'] as const,
  ),
  ...['order the agenda of', 'order agenda of', 'reorder the agenda of'].map(
    (order) => [`${order} M# …`, 'meeting agenda order # …'] as const,
  ),
  ...[
    'add M# to my calendar',
    'put M# in my calendar',
    'ics M#',
    'ics of M#',
    'download M#',
    'export M#',
  ].map((said) => [said, 'meeting calendar meeting:#'] as const),
  ...['calendar', 'the calendar', 'joint calendar', 'the joint calendar'].map(
    (said) => [said, 'meeting list'] as const,
  ),
  ['calendar of @', 'meeting list @'],
  ['the calendar of @', 'meeting list @'],
  ...['my calendar link', 'my calendar address', 'calendar link', 'calendar address'].map(
    (said) => [said, 'meeting calendar'] as const,
  ),
  ['subscribe to the calendar of @', 'meeting calendar @'],
]
