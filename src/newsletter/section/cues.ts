import type { SectionKey } from '../sections.ts'
import { findCountries } from './where.ts'

/** What is known of an item beside its words. */
export interface Features {
  readonly text: string
  readonly entities: readonly string[]
  readonly wg: string | null
  readonly place: string | null
}

export interface Cue {
  readonly why: string
  readonly section: SectionKey
  readonly weight: number
  holds(item: Seen): boolean
}

/** An item with what its cues look at. */
export interface Seen extends Features {
  readonly countries: readonly string[]
  readonly region: string | undefined
  /** The first words joined by hyphens, `UNOCT-UNODC-IOM`: who did it together. */
  readonly joined: readonly string[]
}

const speech =
  /\b(underlin|stress|call(?:s|ed) (?:for|on|upon|to)\b|noted|urg|highlight|underscor|emphasi[sz]|warn|welcom|appeal|remind|reaffirm|reiterat|presented (?:her|his|their) report|told|said|condemn|encourag)/i
const office =
  /\b(USG|ASG|SG|SRSG|Under-Secretary|Assistant Secretary|Secretary-General|High Commissioner|Director-General|Executive Director|Executive Secretary|Special Rapporteur|Special Adviser|Head of)\b/
const publication =
  /^(?:the )?(?:[\p{L}’', -]{0,60})\b(report|guide|guidelines?|toolkit|handbook|manual|position paper|policy brief|study|brief|publication|compendium|index|paper|curriculum)\b/iu

/**
 * General cues of wording, each with its weight for a section. They know how such newsletters are written and no
 * single item; this table is long because it is data.
 */
export const cues: readonly Cue[] = [
  cue(
    'an office-holder speaks',
    'key-issues',
    6,
    ({ text }) =>
      office.test(text.slice(0, 70)) && speech.test(text) && !/\bvisit(ed)? /i.test(text.slice(0, 60)),
  ),
  cue('a verb of speech near the beginning', 'key-issues', 1.5, ({ text }) => speech.test(text.slice(0, 70))),
  cue(
    'a working group met',
    'wg-meetings',
    7,
    ({ text, wg }) =>
      wg !== null &&
      /^(?:the )?[^.,]{0,60}\b(WG|Working Group)\b[^.,]{0,80}\b(discuss|met\b|meeting|held its|convened its|reviewed|adopted|exchanged|considered|was briefed)/i.test(
        text,
      ),
  ),
  cue('a role changes hands', 'what-is-new', 7, ({ text }) =>
    /\b(is|as|appointed|elected|becomes?|became|assumed|took over)\b[^.]{0,30}\b(new )?(co-|vice-)?chair\b|\bnew (co-|vice-)?chair\b|\bjoined (the )?Compact\b|\bappointed as\b/i.test(
      text,
    ),
  ),
  cue('something new is opened or shown', 'what-is-new', 4, ({ text }) =>
    /\b(unveil|inaugurat|opening of|opened (a|its|the)|new (website|platform|facility|office|portal|app|page|unit)|campaign|call for (applications|proposals|nominations)|registration)\b/i.test(
      text,
    ),
  ),
  cue('an international day or year', 'what-is-new', 4, ({ text }) =>
    /\b(IWD|International (Women[’']s )?Day|World Day|Day of)\b|^[A-Z]{3,6}20\d\d:/.test(text),
  ),
  cue(
    'a publication comes first',
    'publications',
    5,
    ({ text }) =>
      publication.test(text.slice(0, 90)) &&
      !/\b(workshop|training|meeting|conference|briefing|consultation|visit|event|launch event)\b/i.test(
        text.slice(0, 90),
      ) &&
      !office.test(text.slice(0, 30).replace(/Special Rapporteur/g, '')) &&
      !/\bWG\b/.test(text.slice(0, 40)),
  ),
  cue('it calls itself a report', 'publications', 8, ({ text }) =>
    /^(?:the |joint |annual )*(report|study|position paper|guidelines|handbook) (of|on|by)\b/i.test(text),
  ),
  cue('a publication is brought out', 'publications', 5, ({ text }) =>
    /\b(launched|published|released|issued|developed|produced|presents?|presented)\b (?:its |their |a |an |the |new |joint |second |first |third |annual |practical )*[\p{L}“”"'’ -]{0,40}\b(report|guide|guidelines?|toolkit|handbook|manual|paper|brief|study|publication|compendium|index|module|curriculum)\b/iu.test(
      text,
    ),
  ),
  cue(
    'a title in quotes opens it',
    'publications',
    1.5,
    ({ text }) =>
      /["“”][^"“”]{12,}["“”]|(?<!\p{L})['‘][^'‘’]{12,}['’](?!\p{L})/u.test(text) &&
      /\b(report|guidelines|series|paper|article|study)\b/i.test(text),
  ),
  cue('a visit to States', 'member-states', 6, ({ text }) =>
    /\b(assessment visit|country visit|scoping mission|technical visit|follow-up visit|visited|mission to|visits? to)\b/i.test(
      text,
    ),
  ),
  cue('Member States are briefed or consulted', 'member-states', 5, ({ text }) =>
    /\b(briefing|briefed|consultations?|dialogue|met|meeting|attended|exchange)\b[^.]*\bMember States\b|\bMember States\b[^.]{0,60}\b(attended|met|joined|briefed)|\bexpert-level briefing\b|\bambassadorial/i.test(
      text,
    ),
  ),
  cue(
    'an agreement with a State',
    'member-states',
    5,
    ({ text, countries }) =>
      /\b(MoU|Memorandum of Understanding|agreement|joint declaration|roadmap)\b/i.test(text) &&
      countries.length > 0,
  ),
  cue('a State among the partners', 'member-states', 4.5, ({ joined }) =>
    joined.some((word) => findCountries(word).length > 0),
  ),
  cue('consultations with a partner', 'member-states', 3, ({ text }) =>
    /\b(consultations|steering committee)\b/i.test(text),
  ),
  cue('a high-level event', 'high-level-events', 5, ({ text }) =>
    /\bhigh-level|\bhigh level\b|\bministerial\b|\bsummit\b|\bprincipal-level\b|\bGeneral Assembly\b|\bSecurity Council (open )?(debate|meeting)/i.test(
      text,
    ),
  ),
  cue('an event beside a session', 'high-level-events', 5, ({ text }) =>
    /\bside[- ]event\b|\bCSW\d*|\bcommemorat|\badvocacy event\b|\bspecial event\b/i.test(text),
  ),
  cue('a conference or forum', 'high-level-events', 2, ({ text }) =>
    /\b(conference|forum|congress|coordination committee meeting|partnership consultation|coordination meeting)\b/i.test(
      text,
    ),
  ),
  cue(
    'entities sign something together',
    'high-level-events',
    4.5,
    ({ text, entities, countries }) =>
      /\bsigned\b|\bMoU\b/.test(text) && entities.length > 1 && countries.length === 0,
  ),
  cue('the Compact or its committee as a whole', 'high-level-events', 2.5, ({ text }) =>
    /\b(Compact Partnership|Action Group|Coordination Committee)\b/i.test(text),
  ),
  cue(
    'joint work with a place named',
    'regional',
    3.5,
    ({ entities, joined, place, countries }) =>
      (joined.length > 1 || entities.length > 1) && (place !== null || countries.length > 0),
  ),
  cue('training, national or regional', 'regional', 3.5, ({ text }) =>
    /\b(training|regional|national|sub-regional|law enforcement officials|officers|prosecutors|judges|border)\b/i.test(
      text,
    ),
  ),
  cue('a region is named', 'regional', 1.5, ({ region }) => region !== undefined),
  cue('a place is named', 'regional', 1.5, ({ place }) => place !== null),
  cue('a meeting or exercise of several', 'multi-agency', 3, ({ text }) =>
    /\b(workshops?|roundtable|round table|exercise|programme|inter-agency|multi-agency|seminar|webinar|expert meeting|tabletop)\b/i.test(
      text,
    ),
  ),
  cue(
    'on behalf of a working group',
    'multi-agency',
    5,
    ({ text, wg }) =>
      wg !== null && /\bon behalf of\b|\bheld (an?|two|three|its) [^.]{0,30}workshops?\b/i.test(text),
  ),
  cue(
    'technical subject with no country',
    'multi-agency',
    2,
    ({ text, countries }) =>
      countries.length === 0 &&
      /\b(guidelines|model|legislative|resolution|technology|nuclear|radiological|chemical|biological|compendium|evaluation)\b/i.test(
        text,
      ) &&
      /\b(workshop|roundtable|exercise|briefing)\b/i.test(text),
  ),
  cue('civil society and academia', 'civil-society', 5, ({ text }) =>
    /\b(civil society|CSOs?|NGOs?|universit|academi|private sector|think tanks?|youth (?:leaders|organi[sz]ations?|network)|tech (?:companies|industry)|women-led|religious leaders|faith|researchers|journalists|media|students|industry|business|foundation)\b/i.test(
      text,
    ),
  ),
]

function cue(why: string, section: SectionKey, weight: number, holds: (item: Seen) => boolean): Cue {
  return { why, section, weight, holds }
}
