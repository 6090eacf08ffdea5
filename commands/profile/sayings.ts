import type { FeatureSpec } from '../../src/core/catalog.ts'
import { isWrong } from '../../src/core/language/sentences/isWrong.ts'
import { anyOf } from '../../src/core/language/sentences/pattern.ts'
import { corrections } from './correct.ts'

/** `who is on leave`, `is anybody away next week`; `who is absent from M1` asks something else. */
const sayingsOfAbsence = [
  '',
  ' today',
  ' tomorrow',
  ' this week',
  ' next week',
  ' this month',
  ' next month',
].map(
  (when) =>
    [
      `(who is|who's|is anyone|is anybody) (away|on (leave|vacation|holiday)|absent|out [of office]|off)${when}`,
      `profile absences${when}`,
    ] as const,
)

/** `I will be absent tomorrow`, `I am in mission until Friday`, `I'm off next week`; “I'm off to lunch” tells no days. */
const sayingsOfOwnAbsence = [
  "(i will be|i'll be|i shall be|i'm|i am) (away|absent|on (leave|mission|holiday|vacation)|in mission|out of office) …",
].flatMap((pattern) => [
  [pattern, 'profile away …'] as const,
  ...['from …', 'until …', 'on …', 'today', 'tomorrow', 'this week', 'next week', 'between …'].map(
    (when) => [`(i will be|i'll be|i'm|i am) (off|out) ${when}`, `profile away ${when}`] as const,
  ),
])

/** What people call the details on record about them. */
const namesOf = {
  phone: ['phone', 'phone number', 'telephone', 'telephone number', 'number'],
  title: ['title', 'job title', 'post', 'function'],
  name: ['name'],
} as const

/** What people say of themselves in words of their own. */
export const sayings: NonNullable<FeatureSpec['sayings']> = [
  ['who am i', 'profile show'],
  ['(which|what) (group|groups|working group|working groups) am i in', 'profile show'],
  [
    '(which|what) (group|groups|working group|working groups) are we (in|part of|members of|a member of)',
    'profile show',
  ],
  [
    '[je suis|je serai|nous serons] (absent|absente|absents|absentes|en congé|en congés|en mission|en vacances) (du|de) … au …',
    'profile away "… - …"',
  ],
  ['[je suis|je serai] (absent|absente|en congé|en mission|en vacances) [le|la] …', 'profile away "…"'],
  ...(['phone', 'title', 'name'] as const).flatMap((field) => {
    const what = anyOf(...namesOf[field])
    const line = `profile edit ${field}:…`
    return [
      [`my ${what} ${isWrong}`, 'profile edit'] as const,
      [`my new (${what} is|${namesOf[field].join(':|')}:) …`, line] as const,
      [`(my ${what} is now|(change|set) my ${what} to) …`, line] as const,
      ...(field === 'name' ? [] : [[`my ${what} is …`, line] as const]),
    ]
  }),
  ['(whoami|my (profile|groups|working groups|roles|time zone|timezone))', 'profile show'],
  ["(what is|what's) my (time zone|timezone|tz) [set to]", 'profile show'],
  [
    "(profile back|back|i'm back|i am back|im back) [from (leave|mission|holiday|vacation)]",
    'profile away back',
  ],
  ['([my] time zone [is]|timezone|profile tz) …', 'profile timezone …'],
  ['(set|change|make) my (time zone|timezone|zone|tz|clock) [to] …', 'profile timezone …'],
  ['(link|connect|register|verify) (me|my account|this account)', 'profile link'],
  ['(sign|log) (up|in|me up|me in)', 'profile link'],
  ['(link|connect|register) (me|my account|this account) (as|with|to|by) …', 'profile link …'],
  ['how (do|can) i (register|sign up|log in|sign in|get access|link my account)', 'help profile link'],
  ['(export my data|what do you know about me)', 'profile export'],
  [
    'who (can|may) see my (phone|number|phone number|e-mail|email|address|e-mail address|details|data|record)',
    'profile show',
  ],
  ...sayingsOfAbsence,
  [
    "(who is|who's|is anyone|is anybody) (away|on (leave|vacation|holiday)|absent|out of office) (in|on|from|during|between|over) …",
    'profile absences …',
  ],
  ['ooo …', 'profile away …'],
  ["when (am i|i'm|i am) (away|off|absent|on leave)", 'profile away'],
  // How the absence stands, with what takes it back: which of its days is meant nobody can tell.
  ["[i am|i'm] no longer away [on|from|in] …", 'profile away'],
  ['(extend|prolong|shorten|change) my (absence|leave|holiday|vacation) [by] …', 'profile away'],
  ['(extend|prolong|shorten) my (absence|leave|holiday|vacation)', 'profile away none:ends'],
  [
    '(extend|prolong|shorten|change) my (absence|leave|holiday|vacation) (to|until|till) …',
    'profile away days:"…" none:ends',
  ],
  ['my (absence|leave|holiday|vacation) [now] ends [on] …', 'profile away days:"…" none:ends'],
  ["(i'm|i am|i'll be|i will be) back [again] (on|by|from) …", 'profile away'],
  ['(on (leave|mission|holiday|vacation)|out of office) …', 'profile away …'],
  // `Away from the headlines, UNODC …` tells something.
  ...['today', 'tomorrow', 'this week', 'next week', 'until …', 'from …', 'on …'].map(
    (when) => [`(away|absent|ooo|[on] annual leave) ${when}`, `profile away ${when}`] as const,
  ),
  ...['today', 'tomorrow', 'this week', 'next week', 'until …', 'from …', 'on …'].map(
    (when) =>
      [`[i am|i'm] (sick|ill|unwell|off sick|[on] sick leave) ${when}`, `profile away ${when}`] as const,
  ),
  ['[on] (annual|sick|home|parental|maternity|paternity|study) leave …', 'profile away …'],
  [
    "(my absences|am i away|who (replaces|stands in for|covers for|covers|fills in for|acts for) me [while (i'm|i am) (away|out|on leave)]|(who is|who's) (covering|standing in|filling in|acting) for me [while (i'm|i am) (away|out|on leave)]|(who is|who's) my (alternate|deputy|replacement|backup)|my (alternate|deputy|replacement|backup))",
    'profile away',
  ],
  [
    "((cancel|end|drop|undo|remove|delete) my (absence|leave|holiday|vacation)|[i'm|i am] not away [after all|any more|anymore])",
    'profile away none',
  ],
  [
    "(my timezone is|i live in|i [have] moved to|(i am|i'm) [now|currently] based in|(i am|i'm) (now|currently) in) …",
    'profile timezone …',
  ],
  ["(i am|i'm) in … now", 'profile timezone …'],
  ['my working days are …', 'profile hours days:…'],
  ['(fuseau horaire|zona horaria|часовой пояс) …', 'profile timezone …'],
  [
    '(je (suis|serai) (absent|absente|en (congé|congés|mission|vacances))|(estoy|estaré) (de (vacaciones|misión|viaje)|ausente)|я [буду] в (отпуске|командировке)|(أنا|سأكون) في إجازة) …',
    'profile away …',
  ],
  ['my [working] hours', 'profile hours'],
  ['(my [working|office] hours are|i work from) …', 'profile hours …'],
  ['absences', 'profile absences'],
  ...sayingsOfOwnAbsence,
  [
    '(undo [please|last|it|that|the last change|my last change]|[(oops|oops,|sorry,|wait,|no,)] undo [that|it|this|the last (one|thing|step)|what i just did|my last (step|action)])',
    'profile undo',
  ],
  ['(take (it|that) back|revert [that]|annuler|deshacer)', 'profile undo'],
  [
    '(oops|wrong|that (was|is) wrong|my mistake|never mind|nevermind|forget it|(forget|scrap|ignore|disregard|scratch|strike) (that|it))',
    'profile undo',
  ],
  ...corrections,
  ['((forget|delete) me|delete my (data|account))', 'profile forget'],
  ['unlink (this account|me)', 'profile unlink'],
]

/** What may be meant otherwise as well. */
export const profileTold: NonNullable<FeatureSpec['offers']> = [
  [`my (e-mail|email) [address] ${isWrong}`, 'directory wrong me what:"My e-mail address is wrong"'],
  [
    'my [new] (e-mail|email) [address] (is|is now|has changed to|changed to|will be) ✉',
    'directory wrong me what:"My e-mail address is ✉"',
  ],
  ["(i have|i've) left @", 'directory wrong me what:"I have left @"'],
  [
    "(i'm|i am) (leaving|moving from|no longer (at|with|in)) @",
    'directory wrong me what:"I am no longer with @"',
  ],
  ['i [now] work (for|at) @ [now]', 'directory wrong me what:"I now work for @"'],
  ['call me …', 'profile edit'],
  // It makes no calls.
  ['call me (tomorrow|today|tonight|now|back|later)', 'help'],
  ['call me (at|on|in|when|if|back|about|before|after|as soon as|once|for|next|this) …', 'help'],
  ...['this week', 'next week', 'today', 'tomorrow'].flatMap((when) => [
    [`(i am|i'm|i will be|i'll be) in … ${when}`, 'profile timezone …'] as const,
    [
      `(i am|i'm|i will be|i'll be) (travelling|traveling|on the road|on a trip|on travel) ${when}`,
      `profile away "${when}" | profile timezone`,
    ] as const,
  ]),
]
