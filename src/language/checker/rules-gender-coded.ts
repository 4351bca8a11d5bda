/** Words for one sex. */
import { type RuleGroup, rulesOf } from "./group.ts";

const gender = rulesOf("gender_coded");

/** The rules. */
export const GENDER_CODED_RULES: readonly RuleGroup[] = [
  gender(
    "any",
    `rockstar|rockstars|ninja|ninjas|guru_of_code|superhero|superheroes|badass|alpha|wizard|wizards|jedi|warrior|warriors|gladiator|gladiators|viking|samurai|cowboy|cowboys|commando|superman|wonder_woman
    alpha male|female|dog
    beast at|on|of
    killer instinct
    take|takes|taking no prisoners
    no for an answer
    crush|crushes|crushing|conquer|conquers|destroy|kill|kills|smash .. targets|competition|it|quota|goals|market|us|competitors|opposition
    dominate|dominates|dominating|domineering
    hard - charging|driving|nosed|hitting
    cut - throat
    cutthroat|hypercompetitive|ball-buster
    man|mans|manning up|the_desk|the_phones|the_fort|the_booth|the_stand
    man enough|of_action|management_skills_of|for_the_job|the
    grow a pair
    one of the boys|lads|guys|girls
    boys'|boys|lads club|night|will_be
    the|our|these boys|lads|girls|gals|ladies|guys|gents !'_school|'_team
    girl|girls|lass|gal|missy
    girl friday|boss
    man friday
    good|lovely|nice|sweet|bright|pretty|clever girl|lady|lass|boy|lad
    feminine|masculine|maternal|paternal|motherly|fatherly touch|presence|instinct|way|qualities|manner|energy|figure|role|hand|style
    woman's|man's|female|male|feminine|masculine touch|job|work|world|intuition|instinct
    for a woman|girl|man|lady
    as a woman|man|girl .. you|he|she|cope|find|feel
    act|acts like a lady|man|gentleman
    wear the trousers|pants
    strong|young man|men|lads|lad .. lift|wanted|needed|for
    diva|hysterical|shrill|catty|bossy|feisty|sassy|ditzy|bitchy|nagging|nags|drama_queen|bubbly_girl
    working with|for|under women|men|a_woman|a_man|female|male
    take|taking|takes orders|instructions|direction from a? woman|man|women|men|female|male
    woman|women|man|men|female|females|male|males .. cope|handle|fit_in|too_soft|belong|tougher|not_last|on_site`,
    {
      unless: `ninja build|builds|cmake
      cmake and ninja
      wizard of|setup|install
      alpha release|version|channel|test
      man page|pages
      all genders
      women's|men's|girls|boys health|clothing|shoes|rugby|football|school|refuge|ward|team|network
      menswear|ladies' shoes
      one - man - band_saw`,
      evenOfWork: true,
    },
  ),
  gender(
    "wanted",
    `salesman|salesmen|saleswoman|saleslady|foreman|foremen|handyman|handymen|chairman|chairmen|waitress|waitresses|waiter|waiters|barmaid|barman|barmaids|barmen|stewardess|stewardesses|fireman|firemen|policeman|policemen|repairman|repairmen|craftsman|craftsmen|cleaning_lady|cleaning_ladies|tea_lady|dinner_lady|dinner_ladies|lunch_lady|housewife|housewives|hostess|hostesses|postman|postmen|doorman|doormen|doormen|milkman|workman|workmen|cameraman|anchorman|businessman|businessmen|serviceman|servicemen|tradesman|tradesmen|draughtsman|draftsman|watchman|watchmen|groundsman|warehouseman|warehousemen|linesman|deliveryman|delivery_boy|delivery_man|delivery_driver_man|office_boy|office_girl|shopgirl|shop_girl|poster_boy|matron|governess|busboy|bellboy|headmaster|headmistress|houseman|maid|maids|chambermaid|chambermaids|cleaning_woman|washerwoman|seamstress|manageress|male_nurse|lady_doctor|landlady|spokesman|spokesmen|ombudsman|middleman|frontman|front_man|kinsman|journeyman|weatherman|newsman|hatchet_man|yes_man|best_man|right-hand_man|hitman|manpower|man-hours|man_hours|gentleman|gentlemen|lady|ladies|lads|lad|chap|bloke|fellow|males|females|nanny_girl|mother_hen
    man|men|woman|women only|preferred|wanted|needed|need_apply|with|who|to|for
    male|female only|candidate|candidates|applicants|applicant|preferred|wanted|staff|driver|drivers|nurse|nurses|assistant|secretary|receptionist|cleaner|worker|workers|guard|guards|engineer|engineers|developer|developers|or_female
    competitive|aggressive|fearless|ruthless|relentless|dominant|assertive|forceful|tough|headstrong|combative hunter|hunters|closer|closers|self-starter|mindset|attitude|spirit|go-getter|leader|salespeople|personality|environment|individual|individuals|edge|streak|culture|people|person|sales|hitter|team
    aggressive|aggressively|fearless|ruthless|ruthlessly|relentless|relentlessly|macho|dominant|thick-skinned|bloodthirsty|battle-hardened|hungry_wolf|shark|sharks|wolf|wolves|lion|hustler|hunter|hunters|hitter|hitters
    nurturing|gentle|sweet|caring|motherly|warm-hearted|gentle-natured ,|and kind|gentle|sweet|caring|loving|sensitive|submissive|nurturing|warm|tender|supportive|affectionate
    nurturing|sweet-natured|sweet_natured|submissive|sensitive|affectionate|tender|gentle|loving soul|souls|nature|person|personality|presence|touch|heart|spirit
    brotherhood|fraternity|band_of_brothers|sisterhood
    fellow man
    big dog|boys
    heavy|big hitter|hitters`,
    {
      unless: `he|she|his|him|her|he/she / she|her|he|his|him
      or she|her|hers|he|him
      he or she
      ms|mrs|mr|dr ... she|he|his|her|him
      our|your hiring? recruiter|colleague|manager|director|founder|ceo|head|chair|interviewer|lead ... he|she|him|her|his
      menswear|ladies'_shoes
      ombudsman service
      maid of
      all genders
      aggressive caching|timeline|growth_target
      competitive salary|pay|benefits
      handyman app
      wait staff`,
    },
  ),
  gender(
    "judge",
    `man|manned|manning|woman up
    girl|girls|lass|gal|doll|babe|sweetheart
    @they is|was|too .. ladylike|manly|macho|girly|emotional_woman|bossy|shrill|hysterical|feisty|motherly|maternal
    alpha`,
    {},
  ),
  gender(
    "demand",
    `he|him|his|himself|she|her|herself !or|/|prefers|asked|asks|said|says|told|took|wrote|sent|explained|mentioned|would_like|would_prefer|can_start|starts|is_free|was|did|had|tuned|described|named|drew|showed|knew
    s / he`,
    {
      unless: `or she|her|hers|he|him
      she|her|they or
      ms|mrs|mr|dr ... she|he|his|her|him
      our|your hiring?|new? recruiter|colleague|manager|director|founder|ceo|head|chair|interviewer|lead ... he|she|him|her|his`,
    },
  ),
];
