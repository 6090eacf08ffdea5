import { anyOf } from './words.ts'

/** To the end of a sentence without a number. */
const shortly = '\\b[^\\d\\n]{0,80}$'
const atLength = '\\b[^\\d\\n]{0,140}$'

/** What a message ends with that is no news, each with what somebody said: a sentence without a number. */
export const endings: readonly (readonly [said: string, form: RegExp])[] = (
  [
    [
      "That's all from us.",
      "^(?:(?:that['’]?s|that is) (?:all|it)|(?:otherwise )?(?:nothing|no) (?:else|more|further)(?: (?:news|updates?|inputs?|items?))?)(?: (?:to (?:report|add)|(?:from|on) (?:us|me|(?:our|my) (?:side|end|part))|for now|(?:this|for this) (?:time|month|issue|week))){0,3}[.!]?$",
    ],
    [
      'please see the attached file',
      `^(?:(?:please|pls|kindly) )?(?:(?:see|find|refer to|as) )?(?:the )?${anyOf('attached, enclosed, attachments?, enclosures?')}(?: ${anyOf('files?, documents?, notes?, texts?, items?, word files?')})?$`,
    ],
    [
      'Please let me know if you need more.',
      `^(?:${anyOf('please, pls, plz, kindly, do, just, and')} ){0,2}(?:let (?:me|us) know\\b|(?:do not|don['’]t) hesitate\\b|feel free to\\b|(?:confirm|acknowledge) receipt)[^\\d\\n]{0,140}$`,
    ],
    [
      'Happy to shorten it.',
      `^(?:(?:i(?:['’]m| am)|we(?:['’]re| are)|i(?:['’]d| would) be|we(?:['’]d| would) be) )?(?:happy|glad|available) to ${anyOf('provide, share, discuss, help, clarify, send, answer, add, adjust, change, revise, rewrite, cut, edit, shorten, talk')}${atLength}`,
    ],
    [
      'Looking forward to hearing from you.',
      `^(?:(?:i(?:['’]m| am)|we(?:['’]re| are)) )?(?:looking|look) forward to ${anyOf('your, hearing, seeing, receiving')}${atLength}`,
    ],
    [
      'I hope this helps!',
      `^(?:i |we )?hope (?:this|that|it) ${anyOf('helps, works, is (?:ok|okay|fine|useful|not too late)')}\\b[^\\d\\n]{0,60}$`,
    ],
    [
      'Ana, please add this to the newsletter.',
      `^(?:\\p{Lu}\\p{Ll}{1,20}, ?)?${anyOf('please, pls, plz, kindly, could you, can you')}(?: please)? ${anyOf('post, add, include, use, print, publish, put')}${shortly}`,
    ],
    [
      'Many thanks in advance!',
      `^(?:(?:many )?thanks|thank you)(?: (?:so|very) much| a lot| again)? (?:in advance|for ${anyOf('your, including, adding, publishing')})${shortly}`,
    ],
    [
      'Should you need anything else, write to me.',
      `^(?:should you (?:need|have|require)|if you (?:need|have|require) ${anyOf('any, more, further, anything')})${atLength}`,
    ],
    [
      'Merci d’avance.',
      `^${anyOf("n['’]hésitez pas, merci d['’]avance, dans l['’]attente, quedo (?:atent[oa]|a (?:su|la)), no dude[ns]? en, gracias de antemano, vielen dank im voraus")}[^\\d\\n]{0,140}$`,
    ],
  ] as const
).map(([said, form]) => [said, new RegExp(form, 'iu')])
