/** How somebody is addressed. */
const salutation =
  '(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|chers?|chères?|bonjour|estimad[oa]s?|hola|buen(?:os|as) (?:días|tardes)|(?:sehr geehrte|liebe)[rs]?|guten (?:tag|morgen)|hallo|добрый день|здравствуйте|уважаем(?:ые|ый|ая)|مرحبا|السلام عليكم|您好|大家好)'
/** Whom it names: no sentence, number or address. */
const named = '(?: [^.,!:\\d\\n]{0,60})?'
const announcement = '(?:please (?:find|see)|here (?:is|are)|find (?:below|attached)|below (?:is|are))'
/** A mail's subject as it goes on and comes back, and what whoever posts it asks for: `Fwd:`, `FYI -`, `pls add:`. */
const asked =
  '(?:(?:fwd?|re|tr|rv|aw) ?: ?)+|fyi ?[-–—:,.] ?|(?:please|pls|plz|kindly) (?:add|include|insert|publish|print|post|share)(?: [^.:\\d\\n]{0,60})?: ?|(?:(?:our |my |an? |some |just )?(?:(?:one|two|three|four|five|another) )?(?:(?:more|quick|short|small|brief|late) )?(?:one|inputs?|contributions?|updates?|items?|news|things?)? ?)?(?:for|to) (?:the |our |your |this )?(?:next )?(?:newsletter|bulletin|issue)(?: [^.:\\d\\n]{0,30})? ?[:–—-] ?|newsletter (?:inputs?|items?|contributions?|updates?) ?[:–—-] ?|inputs? newsletter ?[:–—-] ?'
/** What somebody sends, as they announce it. */
const input = '(?:inputs?|contributions?|updates?|items?|news|submissions?|entry|entries|texts?)'
/** A number of items: “our 2 inputs”. */
const few = '(?:\\d{1,2} )?'
const ends = '(?:[.:!;–—👇⬇]\\ufe0f? ?|$)'

/** What a message begins with that is no news: each at the beginning of a line, one after the other. */
const openings: readonly RegExp[] = [
  `^(?:${salutation}(?: [^.:\\d\\n]{0,60})?[,!–—-] ?)?(?:${asked})+`,
  `^${salutation}(?: [^.:\\d\\n]{0,60})?[,!:.]?$`,
  // `Colleagues,` above the news or before another courtesy
  '^(?:colleagues|all|team|everyone|everybody|friends|folks|both|colegas|compañer[oa]s|chers collègues)[,!:]$',
  `^${announcement} [^.\\d\\n]{0,80}:$`,
  `^${salutation} [^.:\\d\\n]{0,60}, ?${announcement} [^.:\\d\\n]{0,80}: ?`,
  // `Dear Secretariat - INTERPOL …`
  `^${salutation} [^.,!:\\d\\n–—-]{1,40} [–—-]{1,2} `,
  `^${salutation}${named}(?:[,!，！،] ?|[\\p{Extended_Pictographic}\\ufe0f]{1,4} )`,
  // “Hope you are well!”, “I trust this finds you well.”
  `^(?:i |we )?(?:do )?(?:hope|trust) (?:that )?(?:you|this|all|everyone|everybody|things)\\b[^.:\\d\\n!?]{0,80}[.!?–—] ?`,
  '^(?:(?:many )?thanks|thank you)(?: (?:so|very) much| a lot)? for (?:the|your|this|all) [^.,:\\d\\n!]{0,60}[.!,–—] ?',
  "^(?:(?:my |our |with )?(?:sincere )?apologies|(?:i(?:['’]m| am) |we are )?(?:so |very )?sorry) (?:for|about) (?:the|my|our|this|being) ?[^.,:\\d\\n!]{0,60}[.!,–—] ?",
  '^as (?:requested|promised|discussed|asked|per your (?:request|e-?mail|message|note))(?: (?:yesterday|earlier|by you|last week|this (?:morning|week)|on the phone|by phone|in (?:the|our|your) (?:call|meeting|e-?mail|message)))?, ?',
  `^(?:please|pls|plz|kindly) (?:find|see)(?: (?:below|attached|enclosed|here|hereunder|herewith))?(?: (?:is|are))? ?${few}(?:[^.:\\d\\n👇⬇]{0,40} ${few})?(?:[^.:\\d\\n👇⬇]{0,40} )?(?:${input}|below|attached|enclosed|text)\\b[^.:\\d\\n👇⬇]{0,60}${ends}`,
  `^(?:and )?(?:here(?:['’]s| is| are| come| comes)|below (?:is|are)|attached (?:is|are)|this is|these are|find below|see below) (?:our|the|my|a|an|some|their) ?${few}(?:[^.:\\d\\n]{0,30} )?${input}\\b[^.:\\d\\n👇⬇]{0,60}${ends}`,
  // “Our input is as follows.”
  `^(?:our|my|the) (?:[\\p{L}-]{1,20} ){0,3}?${input}(?: (?:for|to|of|from) [^.:\\d\\n]{1,40})? (?:is|are|reads?|follows?|can be found|appears?)(?: (?:given|set out|copied|pasted|provided))? ?(?:as follows|follows|below|here|the following|hereunder|herewith|attached|enclosed)?${ends}`,
  `^(?:i(?:['’]m| am) |we(?:['’]re| are) |just )?(?:sending|sharing|submitting|attaching) (?:you )?(?:here |herewith |below )?(?:our|my|the|an?|some) ?${few}(?:[^.:\\d\\n]{0,30} )?${input}\\b[^.:\\d\\n👇⬇]{0,60}${ends}`,
  '^(?:(?:and )?here (?:it is|you go|we go|goes)|(?:an? |one |two |three |four |five |some )?(?:quick |short |brief )?(?:updates?|news|notes?|inputs?|items?|contributions?) from (?:(?:our|my) (?:side|end|part|team)|us|me)|(?:as )?per your (?:request|e-?mail|message|note|call)) ?[:,.!–—-] ?',
  "^(?:we|i)(?: (?:are|am)|['’](?:re|m)) (?:very )?(?:pleased|happy|glad|delighted|proud|writing) to (?:share|report|announce|inform (?:you )?|let you know|tell you|submit) ?that(?: |$)",
  '^(?:(?:some|very) )?(?:exciting|great|good|big|happy|breaking) news(?: from [^.!:\\d\\n]{1,40})?[!.:–—]{1,3} ?',
  '^(?:please|pls|plz|kindly) (?:include|add|use|take|print|publish)(?: (?:this|these|those|it|them|ours?|mine|the following)(?: (?:one|two|ones|items?|texts?|news))?)?(?: too| as well)?(?:,? (?:thanks|thank you|thx|merci))?[.!:–—]{1,3} ?',
  '^(?:yes|yep|sure|ok|okay|of course|certainly|indeed|no problem)(?:,? (?:we did|sure|please|here (?:it is|you go)))?[,:!.–—]{1,2} ?',
  '^@(?:here|channel|everyone|all)(?:,? (?:the )?newsletter)?[,:!.–—]{0,2} ?',
  '^(?:and )?(?:here (?:is|are) )?(?:ours|mine)(?: too| as well)? ?[:–—] ?',
  '^(?:veuillez trouver|voici|vous trouverez|ci-(?:joint|dessous)|(?:je|nous) (?:vous |te )?(?:transmets|transmettons|envoie|envoyons|adresse|adressons|partage|partageons|soumets|soumettons)|(?:(?:les?|te|os) )?(?:adjunt(?:[oa]s?|amos)|envío|enviamos|comparto|compartimos|remito|remitimos|mando|mandamos)|aquí (?:va|van|está|están)|a continuación|segue|seguem|envio|enviamos|partilho|compartilho|em anexo) [^.:\\d\\n]{0,80}(?:contributions?|contribución|contribuciones|contribuição|contribuições|actualización|textos?|informações|información|notícias?|aportes?|texte|texto|apports?|notas?|notes?|informaci[oó]n|nouvelles?|novedad(?:es)?|noticias?)[^.:\\d\\n]{0,60}[.:]? ?',
].map((one) => new RegExp(one, 'iu'))

/** What a message ends with that is no news: a sentence without a number. */
const endings: readonly RegExp[] = [
  "^(?:(?:that['’]?s|that is) (?:all|it)|(?:otherwise )?(?:nothing|no) (?:else|more|further)(?: (?:news|updates?|inputs?|items?))?)(?: (?:to (?:report|add)|(?:from|on) (?:us|me|(?:our|my) (?:side|end|part))|for now|(?:this|for this) (?:time|month|issue|week))){0,3}[.!]?$",
  '^(?:(?:please|pls|kindly) )?(?:(?:see|find|refer to|as) )?(?:the )?(?:attached|enclosed|attachments?|enclosures?)(?: (?:files?|documents?|notes?|texts?|items?|word files?))?$',
  "^(?:(?:please|pls|plz|kindly|do|just|and) ){0,2}(?:let (?:me|us) know\\b|(?:do not|don['’]t) hesitate\\b|feel free to\\b|(?:confirm|acknowledge) receipt)[^\\d\\n]{0,140}$",
  "^(?:(?:i(?:['’]m| am)|we(?:['’]re| are)|i(?:['’]d| would) be|we(?:['’]d| would) be) )?(?:happy|glad|available) to (?:provide|share|discuss|help|clarify|send|answer|add|adjust|change|revise|rewrite|cut|edit|shorten|talk)\\b[^\\d\\n]{0,140}$",
  "^(?:(?:i(?:['’]m| am)|we(?:['’]re| are)) )?(?:looking|look) forward to (?:your|hearing|seeing|receiving)\\b[^\\d\\n]{0,140}$",
  '^(?:i |we )?hope (?:this|that|it) (?:helps|works|is (?:ok|okay|fine|useful|not too late))\\b[^\\d\\n]{0,60}$',
  '^(?:\\p{Lu}\\p{Ll}{1,20}, ?)?(?:please|pls|plz|kindly|could you|can you)(?: please)? (?:post|add|include|use|print|publish|put)\\b[^\\d\\n]{0,80}$',
  '^(?:(?:many )?thanks|thank you)(?: (?:so|very) much| a lot| again)? (?:in advance|for (?:your|including|adding|publishing))\\b[^\\d\\n]{0,80}$',
  '^(?:should you (?:need|have|require)|if you (?:need|have|require) (?:any|more|further|anything))\\b[^\\d\\n]{0,140}$',
  "^(?:n['’]hésitez pas|merci d['’]avance|dans l['’]attente|quedo (?:atent[oa]|a (?:su|la))|no dude[ns]? en|gracias de antemano|vielen dank im voraus)[^\\d\\n]{0,140}$",
].map((one) => new RegExp(one, 'iu'))

/** Pictures before a courtesy. */
const pictures = /^(?:\p{Extended_Pictographic}\ufe0f? ?){1,6}/u

/** How many characters of a line are looked at. */
const reach = 250

/** The most courtesies that stand one after the other. */
const most = 6

/** A line without what is said to its reader before the news, and that: `Hi Bob, hope you are well!`. */
export function partOpening(line: string): { readonly text: string; readonly courtesies: readonly string[] } {
  const courtesies: string[] = []
  let text = line.trim()
  while (courtesies.length < most && text !== '') {
    const sign = pictures.exec(text)?.[0] ?? ''
    const start = text.slice(sign.length, reach)
    const found = openings.map((one) => one.exec(start)?.[0]).find((one) => one !== undefined && one !== '')
    if (found === undefined || (found.length === reach && text.length > reach)) break
    const rest = text.slice(sign.length + found.length).trimStart()
    if (isOfTitle(found, rest)) break
    courtesies.push(`${sign}${found}`.trim())
    text = rest
  }
  return courtesies.length === 0 ? { text: line, courtesies } : { text, courtesies }
}

/** `Hello, my name is …: UN Women …` and `Good news from Niger: …`: the first words of a title, or the only ones that name the place. */
function isOfTitle(found: string, rest: string): boolean {
  const opens = /^(?:hello|hi|hey|yes|sure|ok|okay|of course|indeed|certainly),$/i.test(found.trim())
  const isTitle = opens && /^\p{Ll}[^.:!?\n]{1,60}: \S/u.test(rest)
  if (isTitle && !openings.some((one) => one.test(rest.slice(0, reach)))) return true
  const [, from] = / [Nn]ews from (\p{Lu}\p{Ll}{2,30}(?: \p{Lu}\p{Ll}{1,30}){0,2}) ?:/u.exec(found) ?? []
  return from !== undefined && !rest.includes(from)
}

/** Whether a sentence is said to the reader and ends a message: `Let me know if you need more.` */
export function isEnding(sentence: string): boolean {
  return (
    sentence.length <= reach && !reported.test(sentence) && endings.some((one) => one.test(sentence.trim()))
  )
}

/** `PS: we may send a second item tomorrow.`, which tells no day and speaks to its reader. */
export function isPostscript(line: string): boolean {
  const text = line.trim()
  const speaks = /(?<!\p{L})(?:i|we|you|your|our|my|me|us|photos?|link|item|newsletter)(?!\p{L})/iu.test(text)
  return (
    text.length <= reach &&
    /^(?:P\.? ?S|N\.? ?B)\.?(?: ?[:–—-]|(?<=\.)) ?\S/.test(text) &&
    speaks &&
    !/\p{Nd}/u.test(text)
  )
}

/** What somebody is told to have said, which is news: `Let us know peace, said the Minister.` */
const reported =
  /,["”’]? (?:\p{L}{1,20} ){0,4}(?:said|stressed|noted|added|stated|declared|urged)(?!\p{L})|(?<!\p{L})(?:was|were|is) the (?:message|motto|call|words?|theme)(?!\p{L})/iu
