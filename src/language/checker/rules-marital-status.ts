/** Marriage and partners. */
import { type RuleGroup, rulesOf } from "./group.ts";

const marriage = rulesOf("marital_status");

/** The rules. */
export const MARITAL_STATUS_RULES: readonly RuleGroup[] = [
  marriage(
    "any",
    `you|your|his|her|their|no|any|a|the|with|through|or|- @spouse
    @spouse or|and @spouse
    @spouse .. mind|think|move|relocate|job|work|works|live|along|feel|approve|happy|agree|support
    you|he|she|they|are|is|get|getting|being|be|recently|just|newly|happily|been|not|never|who @married !data|case|law
    married !data|to_the|with_care
    married couples|people|applicants|men|women
    unmarried|unwed|divorced|divorcee|widowed|spinster|bachelor|newlywed|newlyweds
    you|are|he|she|is|was|recently|still|being|be|must_be|someone|somebody|only single !point|sign|page|source|handed|point_of|threaded
    single , married
    single|attached ?
    single|unattached candidates|applicants|people|women|men|person|preferred|only
    maiden|married|birth|former|previous|unmarried|original name|surname
    name before|at .. marriage|married|birth
    name .. before you married
    marital|civil|relationship|family_status status|partnership|state
    marital
    divorce|separation|breakup|marriage|wedding|engagement !law|- law|cases|app|registrar|planner|planning|photograph*|venue
    engaged ? $
    miss|mrs or|, mrs|ms|miss
    miss or mrs
    is|are|was it|that|you mrs|miss
    is there|anyone .. someone|somebody .. special|at_home|in_your_life
    someone|somebody|anyone special
    mr|mrs|miss .. at_home|home
    live|living with a|your|someone|partner
    in a|your relationship|long-term_relationship !with_a_client
    relationship status
    wedding|engagement ring|plans|bells
    settle|settled down
    tie|tied the knot
    getting|get married|hitched
    move|relocate|relocating .. alone|with_a_partner
    what does|did your|his|her husband|wife|partner|spouse|boyfriend|girlfriend`,
    {
      evenOfWork: true,
      unless: `how would you .. explain|help|advise|mediate|settle|support|draft
      divorce - law
      divorces|marriages , marriages
      registrar
      single people for|in_the_next
      file|data|feed|records|order from|of a partner
      single point|sign|source|page|responsib*|thing|query|server|process|table|change|largest|project|biggest
      business|channel|delivery|training|solution|client|team partner
      regardless of
      wedded to
      wedding|marriage planner|photographer|venue|cakes|dresses|registrar|counsellor|industry`,
    },
  ),
  marriage(
    "any",
    `single , so|can|no|and
^ single ,|and|so|guy|man|woman
@they is|was single|married|divorced|engaged|attached
moving|move|come|coming|relocate|relocating with .. you .. anyone|alone|somebody
anyone|anybody|someone|somebody .. come|coming|move|moving|relocate|waiting .. with|home|for_you
breadwinner|second income|home_maker|homemaker|stay-at-home_wife
ring on|finger
double - barrelled|barreled
live|living on your own
who|anyone .. you .. go_home_to|come_home_to
settled down
love life
date night
spouse|spousal
wife|husband|wives|husbands
widow|widower|divorced|divorcee|bachelor|spinster`,
    {
      evenOfWork: true,
      unless: `single point|sign|source|page|file|process|responsib*
how would you .. explain|advise
spouses|spouse|wives|husbands of
spousal benefits|cover
midwives
move .. data|cluster|database|team
divorce - law`,
    },
  ),
];
