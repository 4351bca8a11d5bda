/** Origin and descent. */
import { type RuleGroup, rulesOf } from "./group.ts";

const origin = rulesOf("origin");

/** The rules. */
export const ORIGIN_RULES: readonly RuleGroup[] = [
  origin(
    "any",
    `where are|were|is you|he|she .. from originally|really|actually|?
    where .. you|he|she|your|family|people .. come|comes|hail|hails from
    where .. you|your|he|she .. originally|really_from|born|grow_up|grew_up|raised|brought_up
    where .. your .. people|ancestors|roots|name|surname|parents|family|grandparents|accent .. from|come|came|born|originate
    where does|did|is your|his|her name|surname|family|last_name|first_name .. from|come
    which|what country|part_of_the_world|nation|continent|region|village|island|tribe|caste .. you|your|parents|family|name .. from|born|come|comes|came|grow_up|raised|belong
    country|place|city|town|county of birth|origin
    you|he|she|parents|mother|father|grandparents|family .. born here|abroad|overseas|in|there
    were|was|are you|your|he|she .. born here|abroad|overseas|outside|in
    born and bred|raised
    native|local|british|american -? born
    your|his|her|their|whose race|ethnicity|ethnic|racial|heritage|ancestry|descent|bloodline|roots|national_origin|skin|complexion|tribe|caste|ancestors|forebears !condition
    race|ethnicity|ethnic_group|ethnic_origin|ethnic_background|national_origin|ancestry|caste|race_/_ethnicity : $
    ^ ethnicity|race|ancestry|caste|descent ?|: $
    race|ethnicity|ethnic_group|ethnic_origin|ancestry|caste ( ..
    ethnic|racial|migrant|immigrant|immigration background|origin|group|family|identity|heritage|roots|minority|mix
    what|which ethnic*|race|heritage|tribe|caste|ancestry !condition
    of @nations|foreign|overseas descent|heritage|origin|extraction|blood|background|ancestry|stock|parents|parentage
    @nations|foreign descent|extraction|blood|ancestry|stock|roots|looking|-_looking|sounding|appearance|features|parents|parentage|upbringing
    @nations|foreign|ethnic|exotic|western|nordic|aryan - looking|sounding
    look|looks|looked|look_a_bit @nations|foreign|exotic|mediterranean|middle_eastern
    foreign|unusual|funny|strange|exotic|odd|unpronounceable|difficult|interesting|ethnic|african|asian|arabic|indian|polish|chinese|muslim|jewish|spanish|slavic .. name|surname|last_name|first_name
    name|surname .. foreign|exotic|unusual|unpronounceable|african|asian|arabic|indian|chinese|polish|muslim|jewish|come_from|from_originally|origin
    not pronounce .. name|surname
    what kind|sort|type of .. name|surname
    is|was that a|an|your @nations|foreign name|surname
    story behind .. name|surname
    name with|has|of more|so_many|all_those consonants|syllables|vowels
    are|is you|he|she|your|that|they .. @nations !origin|time|standard|office|citizen|market|law
    are you part|half|mixed|pure|fully @nations
    half|part|quarter -? @nations
    as|being a|an @nations .. he|she|you|they|would|will|is
    he|she|they is|are|was @nations !enough_about
    parents|family|grandparents|ancestors .. immigrants|immigrant|immigrate*|come_from|came_from|come_over|came_over|emigrate*|come_to|came_to|move_here|moved_here|migrat*|arrive
    did|do .. you|your .. immigrate|emigrate|come_to_this_country|come_over
    when|why|how did|have you|your .. come|move|arrive|immigrate|end_up .. this_country|here|to_the_us|america|england|britain|to_the_uk|over
    how long .. you|your|family .. been|lived .. in_this_country|in_the_country|here|in_the_us|in_america|in_the_uk|over_here|in_england|in_britain|in_the_states
    go|going|goes|flying|fly|travel|return back? home to|for|often|in|at .. family|country|visit|holidays|christmas
    in your culture|country|community|village
    dark|light|fair|brown|pale -? skinned
    people|person|someone|candidate of colour|color
    locals|foreigners|immigrants|migrants only|preferred|need|welcome_not
    @nations|local|british|scandinavian lads|girls|boys|guys|ladies|men|women|people|staff|workers|candidates|applicants|person|man|woman|guy|girl .. only|preferred|wanted|need|prefer|ideal|for
    prefer|only|preferably .. @nations candidates|applicants|people|lads|staff|workers
    travelling|traveller|gypsy|roma community|family
    diversity hire|candidate|pick|quota
    off the boat
    these|those people are|always|from|do
    where he|she|they comes|is|came|come from
    family .. been .. generations
    generation|generations immigrant|american|british|in_this_country
    caucasian|caucasians`,
    {
      evenOfWork: true,
      unless: `where are you .. based|calling|located|joining|now|dialling|travelling|commuting
      where will|would you .. travel|come|join|dial
      will you join
      @nations cuisine|ceramics|kitchen|restaurant|market|tax|law|office|clients|customers|art|history|literature|studies|tax_rules
      heritage site|collection|museum|objects
      museum
      broke on
      race condition|conditions|detector|to_the
      we welcome|encourage
      regardless|irrespective|without_regard|whatever|discriminat*
      come|comes from|of where the|that|this data|figures|numbers|request|traffic
      black box|-_box|friday|swan
      white paper|label|-_label|board
      born in|out of the|a cloud|startup`,
    },
  ),
  origin(
    "any",
    `not from around|round|here|these_parts
from around|round here|these_parts
are|is you|he|she from here|round|around|abroad|overseas|this_country|another_country
your folks
where .. home for you
which|what part of @nations|africa|asia|india|china|poland|europe|pakistan|nigeria|ireland|mexico
part of africa|asia|india|china|poland|pakistan|nigeria|mexico|the_caribbean
growing|grow up in|there|abroad|where
brings|brought|made you|your .. to_this_country|to_the_us|to_the_uk|over_here|to_america|to_britain
not look|sound @nations|german|french|like_one|like_a
english|british|american|western|german -? sounding|sounding_name
his|her|their|that sort|kind .. from|countries|country|over_there
africa|asia|india|pakistan|nigeria|poland|romania|mexico|china|turkey|syria|iran|russia .. so|people|he|she|they|mentality|his|her|typical|always
from africa|asia|india|pakistan|nigeria|poland|romania|mexico|china|turkey|syria|iran|russia ,|so|and_it|which
mentality|temperament .. @nations|from|southern|eastern|mediterranean
southern|eastern|mediterranean|latin|oriental temperament|mentality|blood|looks|type
mixed race|heritage|parentage|background
you .. identify as|with .. ethnic*|race|@nations
identify|consider yourself .. @nations|ethnic*|race`,
    {
      evenOfWork: true,
      unless: `office|team|market|colleagues|customers|clients|travel|supplier|shipments .. africa|asia|india|pakistan|nigeria|poland|romania|mexico|china|turkey
grow up in .. feature|project`,
    },
  ),
];
