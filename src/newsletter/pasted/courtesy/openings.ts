import {
  anyOf,
  ends,
  everybody,
  few,
  input,
  inputAbroad,
  please,
  printed,
  salutation,
  whose,
} from './words.ts'

/** Whom a greeting names: no sentence, number or address. */
const named = '(?: [^.,!:\\d\\n]{0,60})?'
const whoever = '(?: [^.:\\d\\n]{0,60})?'
const announcement = anyOf('please (?:find|see), here (?:is|are), find (?:below|attached), below (?:is|are)')
/** What is announced for the newsletter: `our two short updates`. */
const announced = [
  '(?:',
  '(?:our |my |an? |some |just )?',
  `(?:${anyOf('one, two, three, four, five, another')} )?`,
  `(?:${anyOf('more, quick, short, small, brief, late')} )?`,
  `${anyOf('one, inputs?, contributions?, updates?, items?, news, things?')}? ?`,
  ')?',
].join('')

/** A mail's subject as it goes on and comes back, and what whoever posts it asks for: `Fwd:`, `FYI -`, `pls add:`. */
const asked = [
  '(?:(?:fwd?|re|tr|rv|aw) ?: ?)+',
  'fyi ?[-–—:,.] ?',
  `${please} ${printed}${whoever}: ?`,
  `${announced}(?:for|to) (?:the |our |your |this )?(?:next )?${anyOf('newsletter, bulletin, issue')}(?: [^.:\\d\\n]{0,30})? ?[:–—-] ?`,
  `newsletter ${anyOf('inputs?, items?, contributions?, updates?')} ?[:–—-] ?`,
  'inputs? newsletter ?[:–—-] ?',
].join('|')

const where = anyOf('below, attached, enclosed, here, hereunder, herewith')
const amount = anyOf('an? , one , two , three , four , five , some ')

/** What a message begins with that is no news, each with what somebody said: at the beginning of a line, one after the other. */
export const openings: readonly (readonly [said: string, form: RegExp])[] = (
  [
    ['Hi Bob, pls add: ', `^(?:${salutation}${whoever}[,!–—-] ?)?(?:${asked})+`],
    ['Dear all,', `^${salutation}${whoever}[,!:.]?$`],
    // Above the news or before another courtesy.
    ['Colleagues,', `^${everybody}[,!:]$`],
    ['Please find our news:', `^${announcement} [^.\\d\\n]{0,80}:$`],
    [
      'Dear Ana, here are our updates: ',
      `^${salutation} [^.:\\d\\n]{0,60}, ?${announcement} [^.:\\d\\n]{0,80}: ?`,
    ],
    ['Dear Secretariat - ', `^${salutation} [^.,!:\\d\\n–—-]{1,40} [–—-]{1,2} `],
    ['Hi Bob, ', `^${salutation}${named}(?:[,!，！،] ?|[\\p{Extended_Pictographic}\\ufe0f]{1,4} )`],
    [
      'I trust this finds you well.',
      `^(?:i |we )?(?:do )?(?:hope|trust) (?:that )?${anyOf('you, this, all, everyone, everybody, things')}\\b[^.:\\d\\n!?]{0,80}[.!?–—] ?`,
    ],
    [
      'Many thanks for your reminder. ',
      '^(?:(?:many )?thanks|thank you)(?: (?:so|very) much| a lot)? for (?:the|your|this|all) [^.,:\\d\\n!]{0,60}[.!,–—] ?',
    ],
    [
      'Sorry for the delay. ',
      "^(?:(?:my |our |with )?(?:sincere )?apologies|(?:i(?:['’]m| am) |we are )?(?:so |very )?sorry) (?:for|about) (?:the|my|our|this|being) ?[^.,:\\d\\n!]{0,60}[.!,–—] ?",
    ],
    [
      'As requested in your e-mail, ',
      `^as ${anyOf('requested, promised, discussed, asked, per your (?:request|e-?mail|message|note)')}(?: ${anyOf('yesterday, earlier, by you, last week, this (?:morning|week), on the phone, by phone, in (?:the|our|your) (?:call|meeting|e-?mail|message)')})?, ?`,
    ],
    [
      'Please find below our two updates. ',
      `^${please} (?:find|see)(?: ${where})?(?: (?:is|are))? ?${few}(?:[^.:\\d\\n👇⬇]{0,40} ${few})?(?:[^.:\\d\\n👇⬇]{0,40} )?(?:${input}|below|attached|enclosed|text)\\b[^.:\\d\\n👇⬇]{0,60}${ends}`,
    ],
    [
      'Here are our updates: ',
      `^(?:and )?${anyOf("here(?:['’]s| is| are| come| comes), below (?:is|are), attached (?:is|are), this is, these are, find below, see below")} ${whose} ?${few}(?:[^.:\\d\\n]{0,30} )?${input}\\b[^.:\\d\\n👇⬇]{0,60}${ends}`,
    ],
    [
      'Our input is as follows. ',
      `^(?:our|my|the) (?:[\\p{L}-]{1,20} ){0,3}?${input}(?: (?:for|to|of|from) [^.:\\d\\n]{1,40})? ${anyOf('is, are, reads?, follows?, can be found, appears?')}(?: ${anyOf('given, set out, copied, pasted, provided')})? ?${anyOf('as follows, follows, below, here, the following, hereunder, herewith, attached, enclosed')}?${ends}`,
    ],
    [
      'I am sending you our contribution. ',
      `^(?:i(?:['’]m| am) |we(?:['’]re| are) |just )?${anyOf('sending, sharing, submitting, attaching')} (?:you )?(?:here |herewith |below )?(?:our|my|the|an?|some) ?${few}(?:[^.:\\d\\n]{0,30} )?${input}\\b[^.:\\d\\n👇⬇]{0,60}${ends}`,
    ],
    [
      'A short update from our side: ',
      `^(?:(?:and )?here (?:it is|you go|we go|goes)|${amount}?(?:quick |short |brief )?${anyOf('updates?, news, notes?, inputs?, items?, contributions?')} from (?:(?:our|my) (?:side|end|part|team)|us|me)|(?:as )?per your ${anyOf('request, e-?mail, message, note, call')}) ?[:,.!–—-] ?`,
    ],
    [
      'We are pleased to report that ',
      `^(?:we|i)(?: (?:are|am)|['’](?:re|m)) (?:very )?${anyOf('pleased, happy, glad, delighted, proud, writing')} to ${anyOf('share, report, announce, inform (?:you )?, let you know, tell you, submit')} ?that(?: |$)`,
    ],
    [
      'Great news: ',
      `^(?:(?:some|very) )?${anyOf('exciting, great, good, big, happy, breaking')} news(?: from [^.!:\\d\\n]{1,40})?[!.:–—]{1,3} ?`,
    ],
    [
      'Please include these two, thanks. ',
      `^${please} ${anyOf('include, add, use, take, print, publish')}(?: ${anyOf('this, these, those, it, them, ours?, mine, the following')}(?: ${anyOf('one, two, ones, items?, texts?, news')})?)?(?: too| as well)?(?:,? ${anyOf('thanks, thank you, thx, merci')})?[.!:–—]{1,3} ?`,
    ],
    [
      'Yes, here you go: ',
      `^${anyOf('yes, yep, sure, ok, okay, of course, certainly, indeed, no problem')}(?:,? ${anyOf('we did, sure, please, here (?:it is|you go)')})?[,:!.–—]{1,2} ?`,
    ],
    ['@channel, ', `^@${anyOf('here, channel, everyone, all')}(?:,? (?:the )?newsletter)?[,:!.–—]{0,2} ?`],
    ['Ours too: ', '^(?:and )?(?:here (?:is|are) )?(?:ours|mine)(?: too| as well)? ?[:–—] ?'],
    [
      'Veuillez trouver notre contribution: ',
      `^(?:veuillez trouver|voici|vous trouverez|ci-(?:joint|dessous)|(?:je|nous) (?:vous |te )?${anyOf('transmets, transmettons, envoie, envoyons, adresse, adressons, partage, partageons, soumets, soumettons')}|(?:(?:les?|te|os) )?${anyOf('adjunt(?:[oa]s?|amos), envío, enviamos, comparto, compartimos, remito, remitimos, mando, mandamos')}|aquí (?:va|van|está|están)|a continuación|segue|seguem|envio|enviamos|partilho|compartilho|em anexo) [^.:\\d\\n]{0,80}${inputAbroad}[^.:\\d\\n]{0,60}[.:]? ?`,
    ],
  ] as const
).map(([said, form]) => [said, new RegExp(form, 'iu')])
