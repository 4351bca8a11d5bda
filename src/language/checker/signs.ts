/** What a sentence does, whatever it is about: the signs by which lawful neighbours are told from the rest. */
import { linesOf } from "./group.ts";
import { type Entry, indexPatterns } from "./pattern-index.ts";
import { isPastDeed } from "./subjects.ts";
import type { Sentence } from "./tokens.ts";
import { WORD_LISTS } from "./word-lists.ts";

/** `request`: it asks the reader for something. `third`: it speaks of somebody. `work`: it asks about the work. `task`: it asks how
 * work would be done or was done. `waived`: it says that nobody need tell. `welcome`: everybody is welcome. `offer`: something is
 * given to whoever is hired or needs it. `arranged`: a date or a way in is arranged. `choice`: it says who is wanted or not. `served`: it names those whom the work is for. `doing`: somebody did something. `deed`: all of it tells what somebody did. `verdict`: it weighs somebody.
 * `sly`: it asks what it says it may not ask. */
export type Sign =
  | "request"
  | "third"
  | "work"
  | "task"
  | "waived"
  | "welcome"
  | "offer"
  | "arranged"
  | "choice"
  | "served"
  | "doing"
  | "deed"
  | "verdict"
  | "sly";

const of = (value: Sign, text: string): Entry<Sign>[] =>
  linesOf(text).map((line) => ({ line, value }));

const SIGNS: readonly Entry<Sign>[] = [
  ...of(
    "request",
    `help|helps|helpful|useful|good|nice|interesting|handy|love|like|keen|glad|happy|pleased|curious to know|hear|learn|see_whether|understand if|whether|what|which|how|about|where|who|why
    to be attached|enclosed|submitted|stated|uploaded|declared
    please
    tell|let us|me know?
    can|could|would|will|may you|we|i
    confirm|state|include|attach|enclose|list|indicate|specify|disclose|declare|provide|submit|send|mention|fill|complete|give|bring|upload|pop|forward|return
    we|i need|want|would like to? know
    we|director|owner|i|boss|client|panel|hr|manager|gaffer|team|chef|head|insurer|office|partner|partners ask|asks|asked|wonder|wondered|wondering|like_to_know|curious|checking
    just|quick|one checking|question|thing|query
    wants|want|need|needs|like|love|keen|curious to know|hear
    required|must|needed`,
  ),
  ...of("third", "he|she|his|her|him|candidate|they|their|i"),
  ...of(
    "work",
    `how would|should|could you !feel|keep|cope|manage|get_on|react|describe_your|rate_your|take
    what would|should|could you do|check|record|change|hand|say|ask|look|measure
    how do|does|did|can you|one|a|the|this|we explain|design|build|test|train|decide|handle|teach|treat|write|find|set|keep_a|choose|convert|release|win|measure|run|plan|know_when|tell_when
    when is|are|does a|an|the
    tell me|us about a|an|the project|time|last|product|range|system|bug|incident|client|customer`,
  ),
  ...of(
    "task",
    `^ how|where|when|why|what do|does|did|can|is|are|was|were one|a|an|the|this|we|our|these|those|that|there !kids|children|baby|family|accent|husband|wife|other_half|faith|lads|kid|ring|story|limp|stick|name|surname|reason|reasons|circumstances|discharge|big_day|back|hearing|health|knee|leg|divorce|pregnancy|bump|visa|due_date|conviction|debt|salary|church|mosque|nature|matter|status|ages|age|names
    how|where|when|what would|should|could|might one|the|a|our !family|kids|husband|wife|other_half|children
    how would|should|could|might you ever? !feel|keep_up|cope|manage|get_on|get_along|react|describe_your|rate_your|take_it|take_to|find|fit|vote|identify|juggle|feel|like|swing|work_it|fare|get|sort|be|have|handle_being|handle_working_for|define|arrange|balance|square
    what would|should|could|might you !be|feel|like|want_to_be|want_to_earn|want_paid|expect|describe_your|call_your|need|make_of|prefer_to|identify|earn|think_of|think_if|say_your|say_if|say_you|wear
    how do|did|have|can you !cope|feel|manage|keep|observe|mark|mind|cover_for|juggle|balance|celebrate|identify|spend|find|get_on|lean|vote|afford|know_english|come_to_be|end_up|come_by|get_to|get_here|spell|say_your|pronounce|like|plan_to|react|see|sleep|look_after|arrange|fit|keep_up|intend|cover|define|come|usually|normally|personally|tend|sort|fare|stand|know_@language|live|pray|worship|get_by|pay_your|make_ends|take_your|pick_up|deal_with_being|deal_with_your|occupy|relax|plan|make_out
    tell|talk|walk|take us|me|through about|through|of? a|an|the|one|how|your_time|your_work|your_experience|what !many|old|much|long|tall|often|you|far|heavy|kids|children|family|you_are|limp|stick|accent
    tell|show us|me how you !are|were|came|got|get|manage|cope|feel|identify|pray|vote
    which|what|when|where would|should|could|do|did you choose|use|pick|prefer_for|recommend|build|test|design|draw|escalate !up
    which|what .. would|did|must you|your|a fit|flag|chase|retire|breed|test|check|pick|choose|cut|keep_in|hand|replace|buy|order|plant|serve|send|carry|run|fix|lend|stock
    have you ever|also|already? built|designed|managed|led|sold|tested|run|written|handled|supported|trained|taught|shipped|maintained|implemented|audited|reviewed|migrated|deployed|prepared|negotiated|translated|edited|drafted|cared_for|nursed|installed|worked_on|worked_with|worked_in|worked_at|used_a|used_the|modelled|modeled|measured|advised|coached|interviewed|reported_on|investigated|researched|published|represented|dealt_with_a
    can|could you explain|describe|sketch|design|outline|draw how|a|an|one|the_difference
    experience|experienced|familiar|background with|in|of|using !the_army|the_forces|the_military
    what|which experience|tools|steps|tests|checks|controls
    what makes a|an
    how would|do|did|could|can|will you find out
    what did you do|say|change|check when|on|in|with|after|once !you|your|the_army|the_navy|the_forces|prison|jail|inside
    what is|'s|was|are the|your first|next|last|main|best? thing|step|check|job|method|approach|process|routine|plan|rule order? you|for|with|to|when|of !live|religion|vote
    which|what !bathroom|toilet|loo|restroom|changing_room .. would|did|do you use|choose|build|launch|ship !at_home
    which|what .. would|did you change|own|set|put|make|measure|cut|give !of|at_home|your|a_home|birth|a_day|$|?|now
    which|what .. would|should you train|teach|report|invite|visit|call|write|ask|tell|show|advise|plan|count|record|watch|sort|price|stock|paint|treat|grow|plant !us|me
    what would you do if|when|with a|an|the|one|two|somebody|someone|another !baby|child|kid
    who signed|wrote|checked|owned|drew|priced|approved|designed|built off? the|your|this|that
    ^ which|what .. can|could|must|may the|a|an !candidate|applicant|person
    which|what .. tell|tells|told you a|an|the|that|when|whether
    explain|describe|outline|sketch|show|say what|how|why|when happens|a|an|the|each|one|these|those|this|two !gap
    ^ what is|are !your|his|her|their|the|you|it|this|that .. and when|where|how|why has|have|is|does|do|would|did it|they|a|the|you
    how do you keep|hold a|an|the !faith|sabbath|family|house|kids
    what|how .. customer|customers|client|clients|patient|patients|user|users|pupil|pupils|resident|residents`,
  ),
  ...of(
    "waived",
    `we|you run|do|carry_out|make|take|keep|want|need|ask_for|ask no !time|more
    removed|taken|took|struck|dropped|deleted|left .. from|out_of|off our|the|your form|forms|application|file|notes|advert|questions
    the law|act|regulator|licence asks|requires|orders|sets|demands|says
    no need|obligation|requirement|pressure|duty to|for tell|say|share|disclose|include|mention|answer|give|put|it|that|this|your|any|send|explain
    need|have|has|obliged|required|must|should|ought|expected|supposed not to? tell|say|share|disclose|include|mention|give|answer|put|state|add|worry|ask|be_asked|come_up|be_scored|influence
    not obliged|required|expected|necessary|needed|asked|asking|relevant|a_criterion|a_factor !for|to_have|to_be
    do|does not need|want|have to_know|us_to_know|it|to_tell|to_say|to_disclose|to_share|to_answer|to_include|to_send|to_mention|to_ask
    we|i|they|nobody|panel|interviewers|managers|recruiters|colleagues|please|company|and|you|but do|did|should|must|would|will|can|are|is|may? not|never ask|asks|asked|asking|consider|hold|use|collect|record|store|rely|note|write|judge|score|keep|be_asking|need_to|need_it|need_your|tell|send|share|include|mention|disclose|discuss|raise|put|give|enclose|attach|be_asked|run|pull|carry_out|look_into|seek
    please|and|so not|never tell|send|share|include|mention|ask|discuss|raise|use
    never|without|avoid|stop ask|asking|ask_about|mention|discuss|raise|scoring
    does|do|did|should|must|will not matter|count|score|come_into|factor|influence|affect_your
    not|never|nor .. criterion|criteria|factor|barrier|consideration|business|no_bar
    is|are|be no bar|barrier|obstacle
    leave|left|leaving|skip|take|took|taken|keep out|off|blank|it_blank|that_blank|that|this|them|away|those .. blank|out|off|empty
    those|that|field|box|section|boxes .. blank|empty|optional
    optional|voluntary|voluntarily|anonymous|anonymised|anonymously|anonymized
    leave|leaving out|off anything|any|all|details|things
    strike|remove|ignore|disregard|delete|scrap|redact|withdraw|retract my|the|that|this|any|his|her|your|earlier|all .. comment|remark|note|line|question|answer|field|earlier|mention
    irrelevant|immaterial|inadmissible
    play|plays|played no part|role
    no|nor .. check|checks|search|searches|proof|declaration|test|question|questions is|are|will needed|required|made|run|asked|taken|be|part
    makes|make|made no|little odds|difference
    ^ do not tell|send|share|include|mention|disclose
    not|never by|on|for what|how|who|whether
    your|their own affair|business
    nobody|no_one|none|no form .. ask|asks|need_know|will_know|should_ask
    no reason|reasons|explanation|explanations|details needed|required|necessary|wanted
    changes|change|alters nothing|none
    entirely|wholly|completely up_to_you|your_own|your_business|your_affair
    free|welcome to .. or not
    none of our|my|anyone's business|concern
    instead of|asking asking
    rather than asking
    not|never for_us|ours|mine to ask|know|judge
    reminder|remember .. not|no|only|never
    i|we|panel .. reminded|stopped|redirected .. question|him|her|that|not`,
  ),
  ...of(
    "welcome",
    `treat everybody|everyone|all|people|you
    regardless|irrespective
    open to anyone|everyone|all|everybody
    however your|you|they|their
    at any|every stage|age
    without regard|reference to
    no matter your|their|what|where|how
    whatever your|their|someone's|age|faith|background|somebody's
    discriminat*
    equal opportunit*|opportunity|chances|treatment|employer|rights
    opportunity|opportunities employer
    we|particularly|especially|actively|warmly|always|also welcome|encourage
    we value|celebrate|hire
    are|is|be|very|equally|also|all|everyone|most welcome|encouraged
    welcome|encourage|encourages applications|applicants|everyone|people|candidates|all|anyone|women
    all|any|every backgrounds|background|faiths|ages|genders|nationalities|abilities
    people|candidates|applicants of all|any|every
    protected characteristic*|class*|trait*
    with or without
    disability confident
    fair -? chance
    we consider qualified|all|people|everyone
    ban the box
    guarantee|guaranteed|guarantees an|your|you? interview
    not|never turn|turned|turns anyone|anybody|people|applicants|candidates away
    just|exactly|same like|as any|all other|others
    any accent|age|background|faith|gender|nationality is|are|will fine|welcome|be
    happy|blessed|merry @feasts|eid|diwali|christmas|easter|holi|hanukkah
    under-represented|underrepresented`,
  ),
  ...of(
    "arranged",
    `sorry your|about|to|for|that
    shall|should we move|make|shift|say|find
    if|should that|this|the|any|anything|it .. clash*|helps|help|lands|falls|difficult|hard|tricky|slot|time|date|suit*
we|i|are|we_'d happy|glad|able|pleased|fine|can to|for_us_to arrange|move|adjust|help|find|work_around|accommodate|reschedule|change|swap|shift|wait|hold|book
we can|could|will move|find|arrange|hold|book|change|swap|wait|reschedule|shift
move|moved|book|booked|arrange|arranged|reschedule*|shift|shifted .. ground_floor|lift|ramp|room|interview|slot|time|date|final|call|another|venue|entrance|door|captioner|interpreter
another|different|other slot|time|day|date
no problem|bother|rush|trouble
congratulations|congrats|glad_to_hear|sorry_to_hear|get_well
now|as you 're?|are|have? hired|accepted|signed|joined
on|from|for|by your|the first day|week
your|the train|ticket|refund|expenses
your|the|this|our case|case_study|task|test|exercise|sample|mock|brief study|task|exercise? is|concerns|covers|has|uses|holds|starts|begins
your|the portfolio|talk|paper|case_study 's
you will|'ll|would|'d be taking|running|looking_at|reading|working_through
put|puts you in touch
is|are|sits|stands next_door|opposite_the|behind_the|on_the_left|on_the_right
your|the talk|paper|article|essay|portfolio|slides|report|thesis|blog|research|note on|about|of|for
shall we move|shift|meet|make_it|say|swap|push
refund|repay|reimburse`,
  ),
  ...of(
    "offer",
    `private|group|health|medical|dental|company|life cover|plan|pension|insurance
    pension|leave|holiday|cover from|for|of day|everybody|everyone|all|you|staff|employees
    at no extra|cost|charge
    day|days off as_well|too|for|on|each|every
    employees|staff|colleagues may|can|get
    we|trust|benefits|perks|package|policy|scheme offer|offers|provide|provides|pay|pays|cover|covers|fund|funds|give_you|give|gives|extend|extends|subsidise|subsidize|host|hosts|include|includes|top_up|supply|arrange|can_arrange|will_arrange|can_sponsor|sponsor|reimburse|refund !of|preference|the_job|priority
    we run|have a|an creche|nursery|network|room|scheme|fund|group|choir|pension|policy
    cover|benefits|insurance|package|plan|pension|leave|allowance|vouchers is|are extended|included|offered|paid|available|for
    paid|shared|equal|flexible .. leave|parental|maternity|paternity|childcare|nursery|creche
    enhanced|fully|generous|free|subsidised|subsidized .. leave|pay|parental|maternity|paternity|childcare|cover|insurance|nursery|creche|healthcare|medical|dental
    # weeks|months|days ... leave|parental|maternity|paternity
    leave : it|is|we
    benefits|perks :|include|are|from
    you will|get|receive|can|may get|receive|have_access|use|take_time|choose|add !to_choose
    if|should you need|would_like|wish|want|prefer|require|find|like
    say so|which and we|you
    you may|can|are_welcome_to|are_free_to bring
    let|tell us|me if|whether you need|would_like|prefer|require|want|can
    need|needs|want|requested|requests|requested|asked_for|asks_for any|an|a|some? adjust*|extra|interpreter|ramp|captions|breaks|large|step-free|accommodation*|support
    if|when|should .. clash*|falls|fall|lands|land|coincide* ... tell|let|choose|pick|say|ask|another|move|offer|swap
    for those|anyone|whoever|staff|people who|wanting|that 'd|would|want|wish|prefer|like|need|it
    anything|something|what we|you can|could .. comfort*|easier|help|do|arrange|adjust
    step - free|-_free_access
    quiet|prayer|lactation|wellness|first_aid|nursing room|space
    your partner|family|children|guest|spouse may|can|could|is_welcome|are_welcome use|join|come|bring|travel|stay|be_covered|to
    can|is|are be? set|adjusted|adapted|changed|fitted|made to your|each
    once|after you have|'ve|are|'re|had? signed|joined|started|accepted|been_hired|hired|in_post
    cover for
    for|as|a|on|this|term|year|month|, .. maternity|paternity|parental|mat|adoption leave? cover|contract
    recruiter|colleague|manager .. wrote|is|was|who .. on|back maternity|paternity|parental|leave
    after|once|following|subject_to|as_part_of an|the|you|your|a|any? conditional? offer|accept|sign|onboarding|hire
    onboarding|payroll needs|contract_is_signed`,
  ),
  ...of(
    "choice",
    `@client|members|owners|parents|callers|listeners|regulars|donors|boss|owner|board|director|family would_rather|insists|insist|expect|expects|want|wants|prefer|prefers|like|likes|favour|favours|ask_for|take_to|warm_to|trust
    to be attached|enclosed|submitted|included|stated|given|uploaded|sent|shown|produced|declared
    staff|employees|workers|everyone|everybody join|joins|attend|attends|take_part|takes_part|must|are_expected
    age|height|weight|gender|sex|nationality|religion|caste|status|ctc|salary|dob|build|looks :
    # cm|ft|kg
    host|hosts|hostess|hostesses|girls|ladies|mums|moms
    basis|based|depends of|on
    must|should|need|needs|needed|required|requires|require|requirement|only|solely|strictly|essential|mandatory|compulsory|asked_me|asked_us|wants_to_know
    prefer|prefers|preferred|preferably|preference|preferable|ideal|ideally|suit|suits|suitable|unsuitable|suited|perfect_for|perfect
    no|not|non|without|never|cannot|nobody|none|except|unless|free_of|other_than|min|minimum|max|maximum
    part of our|the|your|this? .. selection|process|screening|application|hiring|checks
    we|hr|team|company will? pull|benchmark|take|check|run|screen|look|go_by|select|favour|favor|put|reject|filter|bin|skip|shortlist
    front|top|head|bottom|back of the queue|pile|list
    everybody|every|all|each applicant|applicants|candidate|candidates
    reply|drop|sign|answer|email|mail|write|note
    looked|accepted|hired|unsuitable|picked|chosen|selected|invited|put
    applicant|applicants|application|applications|candidate|candidates|cv|cvs
    wanted|seeking|seek|seeks|looking_for|want|wants|hire|hiring|after_a|recruiting|on_the_lookout|searching
    someone|somebody|anyone|people_who|those|person
    state|tell|attach|include|send|give|provide|confirm|disclose|declare|mention|submit|upload|enclose|list|please|indicate|specify|bring
    heard|hear|saw|see|seen|noticed|spotted|gather|gathered|understand|understood|learned|learnt|told|read|spied|clocked|twigged|discovered that? you|your
    light|view|because|account|considering|owing|due of|to .. what|that|your
    can|could|will|shall not take|move|offer|put|progress|go|proceed|place|consider .. you|forward|on|further|ahead
    get|gets|have|has|given|give|gives|got first|priority|preference|pick|dibs|favoured|head_start
    turned|turn|sent|send|knocked|screened|weeded|struck|crossed down|away|back|off|out
    anybody|whoever
    in mind|view_of
    look|hoped|hoping|hope for|to_find
    enough|plenty|already|full
    will|would be favoured|favored|preferred|considered|given|shortlisted|ignored
    tick|circle|strike_out
    gave|gives|give us|me|them pause|cause|reason
    found|find|ran a|an|your|some|that
    asks|asked|wonders|wondered|wondering|keen_to_know|glad_to_hear|glad_to_know if|whether|what|which|how|why|about
    rejected|binned|apply|considered|shortlisted|reserved|open_to|expected|expect|screened|disqualified|excluded|barred|welcome_back
    you are|have|must|will_be|'re a|an|our|the|no
    aged|between|under|over|below|above
    we|i|they|panel|board|committee|partners|team|client|clients|management felt|feel|feels|thought|think|decided|chose|opted|wondered|wonder|worry|worried|fear|went_with|gone_with|going_with|went_for|gone_for
    have|'s gone|decided|chosen|opted|given
    another|different|somebody_else|someone_else|other applicant|candidate|person|driver|for_the|instead
    suits|suited|better|best with|to|for|leave_it|without`,
  ),
  ...of("served", "@client"),
  ...of(
    "doing",
    `@deed
    in|on|for|during the|our|a|this|her|his? exercise|role-play|roleplay|role_-_play|mock|test_rig|simulation|scenario|practical|case_study|trial_shift|bench_test
    told|showed|walked us|me|the_panel how|what|why|which|through
    set|laid out how|what|why|the|a
    he|she|they|candidate rewrote|redrew|mended|fitted|restored|translated|spotted|found_the|found_a|knew_which|knew_what|knew_how|knew_when
    ^ built|wrote|led|drew|ran|cut|chose|found|split|set_up|rebuilt|rewrote|sold|taught|held|shot|drove|flew|grew`,
  ),
  ...of(
    "verdict",
    `@client|members|owners|parents|callers|listeners|regulars|donors|boss|owner|board|director|family would_rather|insists|insist|expect|expects|want|wants|prefer|prefers|like|likes|favour|favours|ask_for|take_to|warm_to|trust
    finished|settled|ended|sealed|clinched|killed|did|does it
    would|will|might|may|could|must|shall not? notice|be|be_a|get|cost|struggle|leave|want|need|like|probably|go|never|have|put|make|rather|suit|upset|scare|grate|eat|cope|love|throw|stir|jump|find|think|warm|hate|prefer|only|just|say|keep|know|last|stay|bring|take|trust|happily|run|slot|expect|let|look|miss|drag|hold|feel|mind|accept|walk|burn|bail|quit|bet|do|sit|lower|risk|give|turn|come|work|ask|pass
    worry|worried|worries|concern|concerned|concerns|risk|risky|pass|doubt|doubts|suspect|guess|bet|probably|apparently|obviously|clearly|wonder|fear|afraid|careful|nervous|hesitant|hesitate|wary|unsure|liability|headache|distraction|handful|problem|issue|shame|pity|sadly|unfortunately|downside|drawback|snag|minus|plus|bonus|safe|red_flag|flag|cautious|reservations|uneasy|uncomfortable
    not|never|no sure|keen|comfortable|convinced|right|suitable|for_us|one_for_us|ideal|suited|want|hire|see|robust|reliable|someone|a_fit|the_right|going|likely
    i|we|they|clients|customers|he|she|team|lads|farmers|guests|patients|owners|boss|director would|will|might|do|does|did|could|can not
    hire|reject|rejected|decline|bin|dock|docked|drop|avoid|steer|overlook|prefer|rather|favour|favor|shortlist|progress|proceed|advance|downgrade|mark_down|marked_down|score_down|lower|no_hire|thumbs
    ruled|rules|rule .. out
    so|therefore|hence|which_means|means|meaning|because_of|given|despite|considering|what_if|too|hard_no|a_no|no_from
    seems|seem|looks|sounds|feels|think|reckon|feel|suppose|imagine|picture|presume|assume|hope|gather|heard|hear|google|googled|facebook|linkedin|socials|mate|let_slip|admitted|turns_out|mentioned|kept_mentioning
    serious|priorities|matter|matters|matter|character|counts|against|owners|well_with|go_down|sit_well|eat|lovely|poor_thing|poor
    bit|typical|always|never|just|only|though|but|although|anyway|these_days|her_age|his_age`,
  ),
  ...of(
    "sly",
    `i|we|'m|am|are can|could|should|supposed|allowed|meant|ought|strictly not to? be? ask|asking|say|enquire|inquire|pry
    not supposed|meant|allowed|strictly to? ask|be_asking
    off the record
    between you_and|us|ourselves|friends|these_four
    do not tell hr|anyone|legal|my_boss|the_boss
    not that i|we|it .. ask|matters|care|mind
    hr would|will kill|go|have
    i|we|one can not tell|make_out|work_out|figure_out|help_asking|help_wondering`,
  ),
];

const findSigns = indexPatterns(() => SIGNS, WORD_LISTS);

/** Feedback leaves its subject out: "Tested the pump." */
const beginsWithDeed = ({ tokens: [first] }: Sentence): boolean =>
  first !== undefined && isPastDeed(first.word);

const DOERS = new Set(["he", "she", "they", "candidate"]);
const BEFORE_DEED = new Set(["had", "has", "have", "then", "also"]);

/** "She captioned the slides", "He had filed forty cases": a subject, and what they did. */
const tellsDeed = ({ tokens }: Sentence): boolean =>
  tokens.some(({ word }, at) => {
    if (!DOERS.has(word)) return false;
    const next = tokens[at + 1]?.word ?? "";
    return isPastDeed(BEFORE_DEED.has(next) ? (tokens[at + 2]?.word ?? "") : next);
  });

/** The signs of a sentence. */
export const signsOf = (sentence: Sentence): ReadonlySet<Sign> => {
  const signs = new Set(findSigns(sentence).map(({ value }) => value));
  if (beginsWithDeed(sentence)) signs.add("doing");
  if (beginsWithDeed(sentence) || tellsDeed(sentence)) signs.add("deed");
  return signs;
};
