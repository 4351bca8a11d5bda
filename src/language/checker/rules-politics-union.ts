/** Political views and unions. */
import { type RuleGroup, rulesOf } from "./group.ts";

const politics = rulesOf("politics_union");

/** The rules. */
export const POLITICS_UNION_RULES: readonly RuleGroup[] = [
  politics(
    "ask",
    `@party
    you|your .. vote|voted|votes|voting !for_one
    vote|voted|voting .. election|referendum|for|last|usually|party|labour|conservative
    who did|do|would|will you .. vote|support|back
    which party|side|candidate|way|newspaper|paper !section|sections|page|pages|desk|size|supplier|stock|type|grade .. you|in|lean|vote|support|read
    where|how do you stand|lean|feel|fall .. politic*|brexit|trump|abortion|immigration|gun|gaza|israel|issue|issues|spectrum
    your|any political|politics|views|opinion on? .. president|government|election|brexit|party|prime_minister|abortion|gaza|ukraine|immigration|protests
    what|how do you .. think|make|feel .. president|government|prime_minister|trump|brexit|abortion|gaza|immigration|election_result|unions
    donate|donated|campaign|campaigned|canvass* .. party|candidate|campaign|election|politic*
    protest|protests|demonstration|rally|demonstrations|rallies
    on a|any|the protest|march|marches
    marched
    are|were|have|do|would|did|will|ever you .. union|unions|unionised|unionized|strike|striking|walkout|walk_out|picket|picketed|unite|unison
    your union
    union|unions : $
    go|gone|going|went|been|be|join|support on? strike|the_strike|picket
    organising|organizing|organise|organize drive|campaign|workers|colleagues|workplace|committee
    shop steward|floor_rep
    workers|staff|employees .. bargain|organise|organize|represented|representation|unionise|unionize
    collective bargaining|agreement_would_you
    works council
    left|right - wing
    left|right of centre|center|- of`,
    {
      unless: `union all|jack|type|types|contract|square|station|select|find|set
      vote for one|the
      vote|votes|voting app|online|system|of_the_board|button
      rail|train|bus|tube strike
      how did you win
      strike a|the balance|deal|price|rate
      how would you .. report|cover|negotiate|handle|explain|prepare|build|design|model
      how do|did you .. negotiate|handle|explain|prepare|work_with|build|report
      register to vote
      for this role|post
      green party wall
      conservative estimate|estimates|approach|assumption*
      liberal arts|education
      credit union
      european|eu|students union
      office politics
      politics of|in the office|team|company|organisation`,
      evenOfWork: true,
    },
  ),
  politics(
    "judge",
    `pro|anti - trump|union|brexit|biden|vaccine|government|abortion|israel|palestine
    leftie|lefty|leftist|socialist|marxist|communist|tory|tories|maga|trumper|brexiteer|remainer|republican|democrat|woke|libertarian|feminist_type|snowflake
    left|right -? wing|winger|leaning
    far - right|left
    @theirs politics|political|union|party|vote|voting|activism|views_on
    votes|voter !out|down
    voted for|labour|tory|trump|biden|republican|democrat|conservative|leave|remain|against
    political views|opinions|posts|activism|tweets|beliefs|leanings|badge
    union man|woman|rep|guy|type|member|activist|activities|past|background|organiser|organizer|troublemaker|membership|steward
    shop steward
    pro|anti -? union
    organised|organized .. strike|walkout|union|workers|colleagues_at
    strike|strikes|walkout|picket
    in|member_of|belongs|belonged|active .. union|party !contract|law
    campaigned|canvassed|activist|protester|protest|protests|rally
    too|very|openly political|conservative|liberal|left|right
    tweets|posts|twitter|facebook .. trump|politic*|union|party|left|right|palestine|israel|climate
    agitator|troublemaker|rabble*
    works council`,
    {
      unless: `union contract|all|contracts|payroll|types|type
      voting system|machine
      conservative estimate|approach|assumption*
      rail strike
      strike price`,
    },
  ),
  politics(
    "demand",
    `no|never|without|non|not union|unions|unionists|activists|strikers|lefties|tories|political|politics|members_of_a_party
    union free|- free|activists|members|sympathisers|supporters|membership
    non - union
    union - free
    must not .. union|party|strike|politic*
    party members|membership|supporters
    share|shares|sharing|hold|support .. political|politics|party|conservative|liberal|progressive|left|right
    political views|affiliation|opinions|beliefs|conviction|stance
    conservative|liberal|progressive|left-wing|right-wing|patriotic values|mindset|people|thinker|thinkers|candidates|applicants
    strikes|strike .. not|no|never|waive
    waive .. union|right
    tell|say|state|confirm|mention|list .. union|party|vote|political`,
    {
      unless: `regardless|irrespective
      union contract|payroll|negotiation*|agreement|talks
      labour|labor|industrial|employee relations
      campaign manager
      covered by a`,
    },
  ),
  politics(
    "any",
    `union members|member|members_need|supporters|sympathis*
organise|organize|organised|organized .. colleagues|coworkers|co-workers|workers|walkout
marched|protested|demonstrated .. against|for|about
political|politically .. active|neutral|involved|opinion|opinions|views|bent|colours|persuasion
your politics
which|what newspaper|paper|news do you
@ones vote|votes|voted .. left|right|labour|tory|trump|biden|green|far
how .. feel|think .. unions|union
feel|feelings|opinion|opinions|views|think .. unions|union|strikes|strike|trump|brexit|government|president
unionis*|unioniz*|picket_line|picket_lines|scab|strikebreak*
worker's|workers' rights|representation
stand up for workers`,
    {
      evenOfWork: true,
      unless: `union all|types?|contract|payroll
political science|campaign_manager|risk|editor|reporter|correspondent
employee|labour|labor relations
report|cover .. election|political
register to vote`,
    },
  ),
];
