/** Verdicts on what somebody is. */
import { type RuleGroup, rulesOf } from "./group.ts";

const verdict = rulesOf("personality_verdict");

/** The rules. */
export const PERSONALITY_VERDICT_RULES: readonly RuleGroup[] = [
  verdict(
    "judge",
    `@they @be .. @trait !answer|example|question|design|plan|solution|approach|handover|case|point|code|idea|query
    @they @seems .. @trait
    @they 's|would|will be? .. @trait
    @seems .. @trait
    @seems like|as|to_be .. person|type|sort|guy|girl|character|individual|@trait !elsewhere|of
    ^ @trait $|,|.|and|but|!|;
    ^ too|very|quite|rather|a_bit|so|really|pretty|somewhat|extremely|incredibly|super|totally|such_a|such_an|an|a|not|not_very|a_little|bit|slightly|overly|clearly|obviously|just|generally|basically|definitely|hopelessly|terribly|far_too|much_too @trait
    ^ too .. for job|role|us|team|this
    @trait , .. and|but|though|so|i|would|if .. @trait|guess|think|say
    @trait and|, @trait
    lack|lacks|lacking|lacked|no|without|short_of|missing|needs|zero|little|not_much|not_enough|devoid_of|has_no|wants_for @quality
    no .. @quality $
    lovely|great|strong|weak|big|nice|sweet|difficult|winning|magnetic|dominant|quiet|cold|flat|no|bubbly|sunny|prickly|abrasive|forceful|pleasant|good|unpleasant personality|character|attitude|ego|manner|person|presence|guy|chap|human|human_being|bloke|woman|fellow|soul|temperament !in_his_story
    personality
    not a|really|much|natural? leader|team_player|people_person|finisher|self-starter|doer|thinker|salesperson|closer|fighter|natural
    not .. type|leader_type|material $
    leader type|material
    type of person
    i|we know the? type|sort
    know the type
    the type who|that|to
    not cut|made out|for
    cut out for|to
    born leader|salesperson|seller|manager|winner
    natural leader|born|salesperson|talker
    people|team|detail|big-picture|ideas|idea|numbers|morning person|player|guy !with_example
    attitude problem|issue|issues
    bad|poor|wrong|terrible|great|good|negative|positive attitude|apple|egg
    chip on|a
    full of him|her|them|himself|herself|themselves
    thinks @they|very|he|she is .. better|god|smarter|the_best
    love|loves|likes the_sound|sound_of
    big -? head|headed|ego
    hard|difficult|tough|easy|impossible|pain|nightmare|joy|pleasure|delight|pleasant to work|like|manage|handle|deal|talk
    rubs|rubbed people|me|everyone|you
    know|knows - it - all
    did not .. inspire|shine|excite
    introvert|extrovert|extravert|narcissist|type_a|alpha|control_freak|people-pleaser
    always|never wrong|right|listens|smiles|happy
    no sense of
    thin|thick - skinned
    resting|smiley|sulky|sulking|sulks|sulk
    small remark
    @trait one minute
    wet blanket
    dead fish
    cold fish
    wet fish
    half asleep
    no|zero|little|not_much going|upstairs|there
    sharp|bright|sharpest|brightest tool|knife|bulb|as
    not the sharpest|brightest|quickest
    wishy - washy
    rough edges|around
    emotional|unemotional !intelligence_model|- intelligence
    lone wolf
    `,
    {
      unless: `the word
      @they listed|named .. trait
      kind of|words
      stakeholder|customer|client|vendor who|that|in_his|in_her
      vendor
      aggressive caching|schedule|timeline
      smart card|contract|pointers|meter
      clever|nice|smart|clear|good|brilliant|sharp|weak|strong|thin|thick|cold|warm|hard answer|answers|example|examples|point|question|questions|solution|start|cache|case
      slow query|queries|test|tests|start|to_answer
      soft|hard skills|delete|limit
      cold start|call|calls|chain
      nice - to
      gave no example
      sensitive data`,
    },
  ),
  verdict(
    "any",
    `person we do not
    @they is|was|are too? bossy|shrill|abrasive|arrogant|lazy|difficult|emotional
    you came|come|seemed|were .. arrogant|aggressive|shy|nervous|boring|cold|difficult|timid|too_quiet|introverted|bossy|emotional`,
    { unless: "stakeholder|customer|vendor" },
  ),
  verdict(
    "judge",
    `@they @be too !early|soon|long|much|many|few|late|far|young|old|fat|short|tall|expensive|emotional .. to|for
^ too !early|soon|long|much|many|few|late|far|young|old|fat|short|tall|expensive .. to|for|$
^ not .. enough $
not @trait|quiet|tough|sharp|serious|strong|mature|strategic|senior enough
bit|bits|piece of a|an .. @trait|type|character|person|diva|handful|loner|snob|cynic|dreamer|talker
a real|proper|true|total|bit|right|complete|born|natural @trait|gem|star|talker|fighter|people_person|pro|character|find
great|nice|good|lovely|solid|decent|strong|weak|top|sound guy|person|bloke|lass|chap|human|individual|lad|fellow|character|soul|kid|woman|man
comes|came|come across|over as !prepared
strikes|struck me|us as
gives|gave|give|gives_off off? .. impression|air|vibe|feeling|aura of|that|like|as
has|have|had no|little|a|an|such|poor|great|bad attitude|ego|personality|manner|temper|charm|charisma|presence|confidence|spine|backbone|humility|drive|passion|ambition
@they does|do|did not seem|strike|look|come|appear .. like|as|very|keen|@trait|committed|bothered|motivated|hungry|interested
@they seems|seemed|appears|looks .. not|bored|tired|disinterested|uninterested|keen|committed|bothered|motivated|hungry|serious|solid|fine|ok|okay|unsure|lost|nervous|anxious|flat|committed
^ seems|seemed|appears|comes_across|looks .. bored|disinterested|uninterested|keen|committed|motivated|hungry|serious|solid|fine|unsure|lost|nervous|flat|weak|strong
not|never .. trust|like|want him|her|them
i would|do not trust
not a @quality|fighter|driver|strategist|visionary|people_person
a|an @trait person|man|woman|individual|character|soul|guy
mousy|dreamy|pompous|haughty|snappy|grumpy|surly|sullen|gloomy|fussy|pedantic|nerdy|geeky|vague|wet|drippy|cocksure|brash|gobby|mouthy|chatty|talkative|forgettable|dreary|tiresome|annoying|irritating|patronising|patronizing|condescending|dismissive|superior|evasive|immature|flippant|glib|laid-back|laidback|easygoing|easy-going|disorganised|disorganized|unprofessional|inflexible|rigid|controlling|spacey|ditsy|scatty|apathetic|indecisive|hesitant_type|submissive|gullible|tactless|insincere|melodramatic|dramatic|self-righteous|stuffy|prim|prudish !about_the|set|answer`,
    {
      evenOfWork: true,
      unless: `quiet|vague|dismissive|rigid|controlling answer|on_the|about|cluster|schema|variable|hours|room|factors
the word
such a|an case|way|test|table|index|design|system|rule
asked|named|wrote|stopped
looked for
@they seemed .. unsure_of_the
stakeholder|vendor|client|customer who
not .. trust the
superior to|court
such as
strong candidate because
came over from
comes|came over to`,
    },
  ),
];
