/** Belief and its practice. */
import { type RuleGroup, rulesOf } from "./group.ts";

const religion = rulesOf("religion");

/** The rules. */
export const RELIGION_RULES: readonly RuleGroup[] = [
  religion(
    "ask",
    `@faith !'s_website|code|range
    you|your .. believe in|a god|higher|anything
    do you believe !that|the_estimate|this|it
    denomination
    religion|faith|church : $
    holy|religious|feast|church|high day|days|holiday|holidays|festival|festivals|observance|observances
    what|which|any holidays|feasts|festivals do|would you|celebrate|keep|observe
    celebrate|celebrates|observe|observes|keep|keeps .. christmas|easter|hanukkah|diwali|eid|sabbath|holidays|ramadan|holy_days
    work|working|available|free .. sundays|saturdays|fridays .. faith|belief*|relig*|church|worship
    saturdays|sundays|fridays .. religious|sabbath|prayer|worship|church
    where|how|when|what|do .. you worship|pray
    fast|fasting during|in|for|this|at
    go|goes|going|attend|attends to? church|mosque|synagogue|temple|mass|services_on_sunday|sunday_services
    pastor|priest|imam|rabbi|vicar|minister_of_your
    cover|covers|covering|wear|wears your head|hair|veil|cross|scarf
    head -? scarf|covering
    headscarf|veil
    spiritual|spirituality
    eat|drink pork|alcohol|meat .. reason*|belief*
    are|is you|he|she a? @faith`,
    {
      unless: `how do|did you convert|come_to_believe
      how would you .. advise|explain|design|serve|cater|run
      christian dior
      halal|kosher range|food|meat|products|market
      church|temple street|road|station|lane|bells
      temple station
      the church|mosque|temple|synagogue|choir|charity|diocese 's
      good faith
      @faith school|charity|history|studies|art|ceramics
      mass spectromet*|market|production|storage|email|mailing|media
      creed aventus`,
      evenOfWork: true,
    },
  ),
  religion(
    "judge",
    `@they|is|was|very|openly|quite|so|devout|practising|practicing|a|an|strict .. christian|muslim|jewish|hindu|sikh|buddhist|catholic|protestant|mormon|evangelical|atheist|agnostic|religious|jehovah's|believer|churchgoer|jew|god-fearing
    wears|wore|wearing .. cross|hijab|headscarf|turban|yarmulke|kippah|veil|crucifix|scarf
    headscarf|hijab|turban|yarmulke|kippah|niqab|burka|skullcap
    prayer|prayers|pray|prays|praying
    ramadan|sabbath|lent|eid
    @theirs faith|religion|beliefs|church|mosque|religious
    religion|religious|faith .. clients|team|owners|customers|time_off|fridays|saturdays|sundays
    bible|quran|koran basher|bashing|study|group|thumper
    preach|preaches|preaching|preachy
    goes to church|mosque|mass|synagogue
    religious
    god`,
    {
      unless: `christian dior
      @faith 's? website|school|charity|archive|client|project|app|ceramics|history|museum
      good faith
      leap of faith`,
    },
  ),
  religion(
    "demand",
    `christian|muslim|jewish|hindu|catholic|church|religious|bible-believing|god-fearing|practising|practicing .. preferred|only|wanted|required|values|man|woman|person|faith|candidates|applicants|need|household|family
    must|should|expected|required|need|needs .. christian|believer|catholic|faith|pray*|church|worship|religious|baptised|bible|mass
    prayer|prayers|worship|bible|mass|devotional|devotions .. expected|compulsory|mandatory|daily|weekly|morning|breakfast|required|attendance|meeting
    attendance|attend .. prayer|worship|church|mass|bible|service
    no|without headscarves|headscarf|turbans|turban|hijab|hijabs|religious|head_coverings|muslims|jews|christians|atheists|veil|head_covering
    statement of faith
    strong|active|personal|living|our|shared|share faith|christian|walk_with
    faith -? based .. values|commitment
    letter|reference from .. pastor|priest|imam|rabbi|minister
    member|members of .. church|congregation|parish
    grounds of religion|faith`,
    {
      unless: `christian dior
      curator|museum|choir_school|bursar|collection
      chaplain|organist
      regardless|irrespective|whatever|all|any .. faith|religion
      religion , race|age|sex
      race , religion`,
    },
  ),
  religion(
    "any",
    `say|says|saying grace
sunday mornings|service
your|his|her beard .. shave|trim|reason|relig*
shave your|his .. beard
biblical|from_the_bible
pray|prayer|prayers|praying .. work|day|during|times|breaks|room|you
not shake my|hands|women's
faith|belief|beliefs .. affect|conflict|interfere|get_in_the_way|important|play|part
beliefs|convictions .. work|stop|prevent|keep
person|man|woman of faith|god
convert|converted to|from islam|christianity|judaism|catholicism
godly|god-fearing|ungodly|heathen|infidel|pious|devout|churchgoing
kosher|halal .. eat|keep|you|do_you|strictly
lord|saviour|savior
religious|spiritual person|side|type|family|background|community|beliefs|holidays|reasons|objections
which|what faith|religion|denomination|parish|congregation
raised|brought_up catholic|christian|muslim|jewish|religious`,
    {
      evenOfWork: true,
      unless: `design|build|app|room_booking
prayer room is|on
religious education|studies|charity|history|artefacts|site|texts|buildings|organisations
regardless|irrespective|whatever
halal|kosher range|products|food|market|meat
drop box|in_good_faith`,
    },
  ),
];
