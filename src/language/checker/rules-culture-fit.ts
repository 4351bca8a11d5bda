/** Likeness and feelings in place of reasons. */
import { type RuleGroup, rulesOf } from "./group.ts";

const culture = rulesOf("culture_fit");

/** The rules. */
export const CULTURE_FIT_RULES: readonly RuleGroup[] = [
  culture(
    "any",
    `culture|cultural|cultured|team|personality|company|social -? fit|match|add_for_us|fitness
    fit|fits|fitting|match|matches|mesh|gel|gels|gelled|suit|suits|suited|blend|blends|slot|slots|belong|belongs|click|clicks|clicked|vibe|vibes|vibed|jell|jelled .. culture|in_here|in_with|our_team|gang|family|us|bunch|crew|crowd|tribe|vibe|atmosphere|ethos !with_rubric
    fit|fits|fitted|blend|blends in|right_in|straight_in|here|well_in|well_with
    slot|slots right_in|straight_in|in_with
    @they|would|not|you|really|does belong|belongs here|with_us|in_our|among
    hire|hiring|recruit for fit|attitude|culture
    not a? ? fit
    wasn't|not|isn't a|the|quite? right fit|match|chemistry
    chemistry|vibe|vibes|gut_feeling|gut_feel|gut_says|gut_instinct|my_gut|spidey|rapport !teacher|lab|graduate|degree|phd|set
    beer with|test|after
    pint|drink|coffee|dinner|lunch|weekend|holiday|airport .. with .. him|her|them|he|she|this_person|stuck
    airport|beer|pub|sandwich|coffee|elevator|lift|barbecue|bbq test
    stuck in|at an? airport|lift|elevator|train
    one|some of us|our_kind|our_own|our_type|our_sort|our_tribe|our_people
    people|person|someone|somebody|think|thinks|looks|act|laughs|just|more|not like us !to
    someone|somebody|people|person|anyone|colleagues like us|like_ourselves|like_me
    people|someone|person we'd|we_would|i_would|who_think .. like|want|alike|friends
    our kind|type|sort|kinda of|people|person|guy|crowd|tribe
    of person|people|guy we|like|who_belongs|here
    my|our kind of people|person|guy
    material for us
    family material
    stick|sticks|sticking|stuck|stood|stand out like
    sore thumb
    felt|feels|feel|seemed|something|just|somehow .. off|wrong|not_right|was_missing|odd|weird|right|strange $
    something .. off|not_quite|missing|about_him|about_her|about_them
    finger on it|why|what
    ca|can not|never quite? explain .. but|why
    just|simply did not|not|do_not|do|did .. click|feel|gel|connect|warm
    not|never|really|instantly|immediately|just|we|i|did click|clicked|gel|gelled|connect_with|warm|warmed|hit
    hit it off
    i|we|everyone|everybody liked|loved|disliked|warmed him|her|them
    i|we like|love him|her|them
    warmed to him|her|them
    would|will|not|be fun|great|nice|good to_work_with|to_have_around|company
    good|great|bad|right|wrong|strange|weird|off|positive|negative vibe|vibes|energy|feeling|aura|impression
    bad|good|funny feeling about|from|$
    instinct .. says|no|yes|tells
    reminds me of|us
    remind me of
    hang|hanging|socialise|socialize|friends out|with .. him|her|them|us|team
    friends with|outside|material
    think|thinks|look|looks|laugh|laughs|act like us|we_do|the_rest
    too different|unlike|corporate|academic|posh|quirky from|for|to us|us|our
    different from us|the_rest|the_team|everyone
    would|will not? get on|along with .. us|team|lads|guys|everyone|everybody
    part of the? family|furniture|gang
    like family|one_big_family|a_family
    big|little|happy|tight-knit|close-knit family|gang|clan|tribe|bunch
    x factor
    je ne sais
    it factor
    someone|somebody|person .. we .. pub|beer|drink|friday
    personality fit|match|clash
    not for us
    wrong side of .. us`,
    {
      evenOfWork: true,
      unless: `says|said|comment|write|manager|colleague .. not_a_culture|culture .. you|answer
      a manager says
      cell cultures
      over - fitted|fit|fitting
      over-fit*
      fit - out
      fits|fit you best|better
      time|times|slot|slots|hour|hours|date|day .. fits|suits|suit|fit|works
      fit the old|new|data|curve|model|mount|pump|pipe|screen|budget|page|line|regression
      his|her|the|their|that answer|answers|solution|example|data fits
      would|does this|the|that .. fit
      rubric
      retrofit
      not|did felt the? weight
      leaves|leave|left a good
      chemistry teacher|degree|lab|technician|phd|graduate|department
      product|market|product-market -? fit
      airport|pub|hotel security|operations|manager|staff|terminal
      elevator|lift|coffee pitch|engineer|machine|shop
      fit for purpose
      fit test|testing
      how do|would you .. fit .. model|curve|data`,
    },
  ),
  culture(
    "any",
    `would|will|could|might not? enjoy|feel at_home|comfortable here|with_us
feel at home|comfortable .. here|with_us|among|with_the
sense of humour|humor
laugh at .. jokes
banter
same school|university|college|club|background|interests|hobbies
plays|play golf|football .. us|team|with
no spark
left me cold
left|leaves a bad|good|strange|odd taste|feeling
something about him|her|them|this
just|somehow|simply|instinctively not|felt|feels|feel|know|knew|liked|right|wrong .. right|it|wrong|fit|him|her|comfortable|her|one
trust|trusted my|the gut|instinct
gut feeling|feel|instinct|reaction|says|tells
my|our|the kind|type|sort of guy|person|girl|candidate|people
someone|somebody i|we would|could|can|'d .. spend|work|drink|beer|lunch|travel|stuck|sit
spend time|an_evening|an_hour with
socially|social misfit|awkward|side|fit
mix|mixes|mixing with|well
odd|strange one out|bird|fish
not my cup
belong|belongs|belonging here|with_us|to_us
team|company|office fit|chemistry|spirit_fit
values|value fit|alignment|match`,
    {
      evenOfWork: true,
      unless: `slipped|chemistry teacher|lab
mix well .. sand|cement|until
file|code|config belongs
@evidence .. just
model|curve|regression
fit - out
chooses|by gut
how would|do|did you .. build|improve|keep|measure .. team_spirit|culture`,
    },
  ),
];
