/** First language and accent. */
import { type RuleGroup, rulesOf } from "./group.ts";

const accent = rulesOf("language_accent");

/** The rules. */
export const LANGUAGE_ACCENT_RULES: readonly RuleGroup[] = [
  accent(
    "any",
    `accent|accents !colour|color|wall|on|lighting
    @ones|your|his|her|their|strong|thick|heavy|without|no|regional|foreign|neutral|slight|that .. accent|accents|twang|brogue|drawl|dialect|lisp
    accent - free
    twang|brogue|drawl
    mother|native|first|home|birth -? tongue|language !ads|app|apps|mobile
    native|first|home language
    native -? level|like|sounding|speaker|speakers|english|fluency
    native speaker|speakers|english|german|french|spanish|tongue|speaking
    english mother
    where|how|when|why|who .. you|he|she .. learn|learned|learnt|pick_up|come_by|acquire|get|taught .. english|german|french|spanish|language|languages|chinese|mandarin|arabic|welsh|it_so_well
    language|languages .. speak|spoken|use|talk|grow_up|dream .. home|family|parents|children|think|kitchen|friends|childhood|growing_up|as_a_child|husband|wife|partner
    language|languages .. grow_up|grew_up|raised|brought_up|dream|think_in|swear_in|count_in
    speak|spoke|speaking|talk .. home|with_your_family|to_your_parents|as_a_child|growing_up
    dream|think|count|swear in english|your|another|what|which|german
    grew|grow|brought|raised up? .. speaking|english|bilingual
    your|his|her|their english
    english .. so|very|really|surprisingly good|fluent
    english is|was not? .. good|great|poor|broken|decent|first|shaky|patchy|bad|excellent|perfect|surprisingly|native|flawless
    english .. foreigner|not_from
    broken|poor|bad|pidgin|surprisingly english
    for a|someone foreigner|non-native|not_born
    could|can|barely|hardly not? understand|make_out .. him|her|a_word|them|he_said|she_said|half
    sound|sounds|sounded .. foreign|native|local|american|british|posh|common|northern|southern|rough|from_around
    sound|sounds|sounded like .. native|from|foreigner
    how @they says|said|pronounces .. words
    says|said|pronounces .. words funny|wrong|oddly|strangely
    pronounces|pronounce|pronunciation .. words|foreign|funny|off|wrong|strange
    only english|german|french .. spoken|speak|allowed|premises|breaks
    english|german|french only|- only !tests|documentation|website|support
    no|not other|foreign languages|language .. breaks|premises|floor|spoken|allowed|speak
    speak|spoken only|just english
    speak|speaks|talks funny|properly|like_us|posh
    speech impediment
    voice .. neutral|regional|local|without|posh|bbc
    bbc|queen's|king's|posh|received|oxford english|voice|pronunciation|vowels
    non - native
    nonnative
    bilingual from birth
    perfect|flawless|unaccented|accentless|impeccable english`,
    {
      evenOfWork: true,
      unless: `regional accents .. model|system|recogni*|train*
      train .. model
      speech model|recogni*
      accent colour|color|colors|colours|lights|chair
      native app|apps|mobile|ads|code|cloud
      how would|do you .. explain|teach|put|translate
      plain english
      teach* .. english
      learners|pupils|students|children .. second|native|additional
      english as a second|additional
      first|second language teacher|acquisition|learners|pupils
      languages .. for this role|job|post
      programming|query language`,
    },
  ),
  accent(
    "any",
    `not sound .. like|local|from_here|native
hard|difficult|impossible to understand|follow .. he|she|her|him|speaks|english
how long .. speak|speaking|learning|spoken .. english|german|french
speak|spoke|spoken more clearly|like_a_native|properly|without
english at home|school|from_birth
grew|grow up with|speaking|bilingual|in_english
raised bilingual|in_english|speaking
mother -? tongue
what|where .. accent
accent
native english|german|french|level|fluency|speaker
your|his|her|their english|pronunciation|grammar|diction|vowels
english .. not his|her|first|good|poor
think|dream in english|german|french
foreign|regional|northern|southern|scottish|irish|indian|polish|french|german|american|british accent|tones|lilt
understand|understood a|every|half|one word|of_what
english -? only
elocution|diction|vowels|twang|lilt|brogue|drawl`,
    {
      evenOfWork: true,
      unless: `accent colour|color|wall|light|chair
regional accents
speech recogni*|model
train .. model
native mobile|app|apps
teach*
plain english
wrote|writes .. english`,
    },
  ),
];
