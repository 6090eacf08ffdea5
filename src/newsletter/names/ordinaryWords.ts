/**
 * English words that organizations, networks and programmes have for an acronym, as ATLAS and CARE do: in small letters
 * they are the words. Those of up to three letters are apart, since of these an acronym in small letters is one in a list alone.
 */
const words = `able access accord achieve acres act acted action active acts adapt advance agora agree aid aide aids aims alarm
alert alliance ally alma altar anchor apex appeal apply arch arctic area arena arise armada arms array arrow assist asset atlas atom
attain aurora avenue aware axis balance banner base basis beacon beam best block blue board bold bond boost border brain branch brave
bread breath bridge bridges bright build bureau cable call camp canal capital care caring cares case cases cash cast cause census center centre
chain challenge champion chance change charm charter check child choice circle civic civil class clean clear climate cloud coach coast code
coda cohort colour combat comet common compact compass concept concert concord connect consent consult contact context core corps council count course
cover craft crest crew crisis crop cross crown cube cure cycle dare data dawn deal defence defend delta demand depot depth design desk detect develop
dialogue digest direct disarm dome door drive drop dual eagle early earn earth ease east echo edge educate effect effort elect element
elite embrace empower enable engage engine enhance equal equity essay ethics event evolve exact exchange exile expand expert explore express extend
face fact factor facts fair faith falcon family farm fast fathom fear field file find fire firm first fist flag flame fleet flow focus food force foresight
forest forge form formal fort fortress forum forward found frame free fresh friend front future gain gate gather gems gender general giant gift give global
goal goals gold good grace grade grain grand grant grasp great green grid ground group grow growth guard guide hand harbour harvest haven hawk heal
health heart help helps hero hope horizon host hour house human ideal ideas image impact improve inform ingot inner insight inspire integrity interact
intra invest iris iron island join joint journey judge jury just justice keen keep keys kind lance land large lasting launch lead leader leap learn
legal lens level lever liberty life lift light lighthouse like limit line link links lion list local lock logic look lotus loyal magnet main manage
mandate mango maps march mark market marvel master match matrix media memo mentor mercy merit mesh method mind mine mission mobile model modem moment monitor moral
mosaic motion mount move native nature need nest nets network nexus noble node noon north notice nova oasis ocean offer office onward open optic oral orbit
order origin pace pact palm panel park part partner partners party passage passion past path patrol peace peer people period permit phase phoenix pilot pillar pioneer
place plain plan planet plans plant plate play plea pledge point polar police policy port position post power praise present press pride prime prism probe process progress
project promise promote prosper protect proud prove provide pulse quest radar raft rail rain raise rally range rapid rate reach react ready real reason rebuild
record recover reef reform refuge region rein relief relay remedy renew repair report rescue reset resilience resist resolve respect respond response restore result
return reunite review revive ride right rights ring rise risk river road robust role root roots rose route royal rule safe safer safety sage sail salt
scale scan scene school science scope score scout seal search seas secure security seed seek sense sentinel serve service shade shape share shelter shield
shift shine ship shore show side sight sign signal silk silver site skill skills smart social solar solid solve sound source south space spark speak special
spectrum speed sphere spirit sport spring stability stable staff stage stand star stars start state states station stay steer stem step steps steps stop store storm story stream street strength
stride strive strong studio study success summit sun support sure survey survive sustain swift system table tactic talent tank target task team tempo term test
think threshold tide tiger time titan together token tool tools top torch total touch tower trace track trade trail train trans transform transit travel treat trend
trial tribune trust truth turn unify union unique unison unit unite united unity update uplift urban value vantage vector venture verify verse vessel victims view vigil
village vision visit vital voice voices wake wall ward watch water wave ways west whole wide will wind window wings wire wise wish witness woman women work works
world yard year young youth zone`

const ordinary: ReadonlySet<string> = new Set(words.split(/\s+/))

/** Whether a word, in small letters, is one that English texts have, whatever is called so. */
export function isOrdinaryWord(word: string): boolean {
  return ordinary.has(word)
}

const shortWords = `am an as at be by do go he hi if in is it me my no of oh ok on or so to up us vs we act add age ago aid aim air all and any are arm
art ask asp bad bag ban bar bed big bit bid box boy btw bus but buy can cap car cat cop cut dam day did die dig dog dry due ear eat end era eye fan far
fee few fit fix for fun fyi gap gas get god got gun guy had has hat her him his hit hot how hub ice ill its jet job joy key kid kit lab law lay led
leg let lie lit log lot low mad man map may men met mid mix mob mod net new nor not now nut odd off oil old one opt our out own pan pay per pet pin
plc pop pro put ran rap rat raw red rid rim row rub run sad saw say sea see set sex she shy sit six sky son sue sum sun tab tap tax ten the tie tip
too top toy try two use van via vow war was way web wet who why win won yes yet you jan feb mar apr jun jul aug sep oct nov dec mon tue wed thu fri sat`

const short: ReadonlySet<string> = new Set(shortWords.split(/\s+/))

/** Whether a word of up to three letters, all small, is one that English texts have. */
export function isShortWord(word: string): boolean {
  return short.has(word)
}
