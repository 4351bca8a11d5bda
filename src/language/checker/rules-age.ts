/** Age. */
import { type RuleGroup, rulesOf } from "./group.ts";

const age = rulesOf(
  "age",
  `no upper age limit
  at least 18|21|16|eighteen
  18 or over|older|above
  over 18|21|eighteen
  aged 18|21|16
  minimum age
  legal age`,
);

/** The rules. */
export const AGE_RULES: readonly RuleGroup[] = [
  age(
    "ask",
    `how old are|were|will|would|was you|he|she
    how old you
    how old !is|are|was|should|a|the|do
    your age
    your exact|real|own age
    age : $
    ^ age ( .. )
    ^ age ? $
    dob|birthdate|birthday
    birth date|year|certificate_date
    year of birth
    birthdays .. you
    when|where_and_when were|was you|your .. born
    what|which year|decade were|was .. born
    when|year|decade did|do you .. finish|leave|left|complete|graduate|start|matriculate|sit|take .. @schooling
    when|year|decade did|do you graduate|matriculate
    when did you get|receive|earn .. degree|diploma
    year|date of|you graduation|graduated|left_school|finished
    graduation year|date
    class of #
    how long ago .. you .. @schooling
    how many|long more|longer .. years|working|work .. you
    how many years .. left|before|until
    how much longer .. work|working|career|do_you
    how long until|before|till .. retire|retirement|pension|stop_working
    do|will|are|would|plan|until|before you .. retire|retiring|retirement !calculators|savings|planning|first|a|an|the|this|that|old
    retirement plan|plans|age|date
    when|how_soon do|will|would you .. retire|pension
    are|were|is not? you .. too|bit|rather|little|quite young|old
    too|bit|little|rather young|old|senior_in_years to|for
    half|twice your age
    your age|generation|time_of_life|stage_of_life|years
    people|someone|colleagues|person|anyone|boss|manager|team .. younger|older_than|half_your_age
    younger boss|manager|colleagues|people|team|supervisor|bosses|managers
    report|reporting|answer|answering .. younger
    could|old_enough .. be your grand*|son|daughter|mother|father|parents
    you .. old_enough
    you turn # !off|on|into
    you .. turn|turning @agenumber
    how .. keep_up with .. young|younger|twenty-somethings
    are you over|under|past|nearing|approaching @agenumber
    which|what|your age group|bracket|range|band
    age group|bracket|band
    years until|to|before|from pension|retirement
    do|can you remember .. when|war|moon_landing|cold_war|vinyl
    how many|the decades|summers|winters|christmases .. you
    @agenumber candles
    what generation|age are|do you
    near|close_to|approaching the|your end|twilight of .. career
    proof of age
    wind|winding|slow|slowing down .. you|your|career
    you .. wind|winding|slow|slowing down`,
    { unless: "would your age\n proof of age for alcohol", evenOfWork: true },
  ),
  age(
    "judge",
    `
    someone|anybody|anyone|somebody that|so old|young
    looks about|like|all|no_more_than .. #|twelve|@agenumber|teenager
    pushing|nearing|approaching|over|past|touching|nudging|hitting @agenumber
    in @theirs early|mid|late - @decades
    @theirs advanced|tender age|years
    at @theirs age|stage_of_life|time_of_life
    #|@agenumber years old|of_age
    # - year - old
    # year old
    old|young for .. role|job|team|post|this|us
    years from|to|off|until|before retirement|retiring|pension
    @they .. retire|retiring|retirement !calculators|savings
    close|near to? retirement|pension|pension_age
    getting on .. years|bit
    @they is|was|must_be nearly|almost|about|only|already|around|well_over|over|under @agenumber
    more|less|little|much runway|years_left|mileage
    years left in
    graduated|born in|back_in # .. so|which|makes|means
    born in #
    old enough to be
    young|older|younger candidate|applicant|hire
    slow|slowing down|up at
    wants|want|need|prefer someone|somebody younger|older
    someone|somebody younger|older`,
    { unless: "old|young system|version|code|company" },
  ),
  age(
    "wanted",
    `applicants|candidates|you|people|aged|age|anyone .. between # and # !years|hours|%|days|minutes
    aged # - #
    aged # to #
    aged # or|and under|over|below
    age # - #
    age : # 
    age|ages between|from|of # to|and|-
    age limit|range|bracket|profile|preference|cap
    maximum|max|preferred|ideal|upper age
    not|be older|younger than
    under|below|over the age of #
    under|below|over # years
    under|below # preferred|only|years
    # to|- # years of_age|old
    # years of_age|old or|max|maximum|and
    born after|before|between|since # 
    state|give|include|mention your age
    your age
    nobody|no_one|no_applicants|none|anyone|only|people over|under|past|above|below # !years_of|lb|kg|hours|people|employees
    over|under - # s
    average age
    retirees|pensioners need|not|should|only`,
    {
      unless:
        "young people 's\n youth centre|work|services|worker\n residents|customers|clients|patients|users|members|services .. #",
    },
  ),
  age(
    "ask",
    `what|which decade|year .. you .. @schooling
how long|many_years have you been .. workforce|working_life|world_of_work
when|what_year did you .. first_job|start_working|enter_the_workforce|start_work
oldest|youngest person|one|member .. room|team
being|be|are the oldest|youngest
still have|got the energy|stamina
energy|stamina at your
hang up your
milestone|big|round birthday
middle|mid - aged|life
how|do you .. someone|boss|manager|people half|younger
draw|drawing|collect your|a pension
years .. draw .. pension
slow|slowing|wind|winding down
long career ahead|behind
a young|older person|man|woman like you
your year of
how many years .. before|until you stop|leave|finish
were you around|alive|born when|before
old enough|young_enough to remember`,
    {
      evenOfWork: true,
      unless: `what age group|range|of_the_children|do_the
what ages`,
    },
  ),
  age(
    "judge",
    `middle - aged
middle aged
elderly|youngster|teenager|pensioner|oldster
old|young dog|man|lady|woman|fellow|chap|lad|thing
not as young
at that|this|his|her age
late|last|end|final|twilight years|stretch|chapter of .. career|working_life
one foot .. retirement|grave|door
coast|coasting|winding_down .. retirement|pension|career
young for
wants an easy last job
only|barely out of school|teens|diapers|nappies
baby -? faced|face`,
    { evenOfWork: true },
  ),
  age(
    "wanted",
    `candidates|applicants|people|anyone|those|nobody|workers over|under|above|below|past|older_than|younger_than # !kg|lb|hours
over|under # s
# and|or under|younger|below !hours|kg|minutes`,
    {
      evenOfWork: true,
      unless: `at least 18
over 18
employees_over`,
    },
  ),
];
