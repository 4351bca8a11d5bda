/** Height, weight and looks. */
import { type RuleGroup, rulesOf } from "./group.ts";

const body = rulesOf("height_weight");

/** The rules. */
export const HEIGHT_WEIGHT_RULES: readonly RuleGroup[] = [
  body(
    "ask",
    `how tall !a|is|are|the|can
    how tall are|is|would|were you|he|she
    how much|what .. you|your .. weigh|weight|bmi
    your|what height|weight|bmi|build|waist|dress_size|clothing_size|clothes_size|bra_size|measurements|body|chest_size|looks|shirt_size|trouser_size|collar|physique|shape|size|inside_leg|appearance !of_team|of_data|limit
    height|weight|build|body_type|measurements|dress_size|bmi|waist|height_and_weight : $
    height|weight|build|bmi|waist|body_type ( .. )
    ^ height|weight|build|bmi !font
    dress|clothing|clothes|waist|chest|bra|shoe|shirt|trouser|uniform|suit size|sizes .. you|?|your|tell|with
    what .. dress|clothing|clothes|waist|chest|bra|shirt|trouser|suit size
    size .. wear|take|fit|are_you
    lose|losing|lost|put_on|gain|gained|shed .. weight|pounds|kilos|stone
    go|going|been|put on a diet
    overweight|obese|fat|skinny|bmi .. ? $
    are you .. overweight|obese|fat|skinny|tall|short|heavy|slim|fit_enough|strong_for|big_enough
    tall|big|strong|small|short|slim enough
    for a lady|woman|man|girl|person|someone your|of size|your_size
    your size
    good|great|better shape|nick .. physically|you|are
    in shape
    full -? length photo*|picture
    photo|photograph|headshot|picture .. yourself|of_you|full|figure|smile|body|swim*
    tattoo*|piercing* .. you|visible|show
    you .. look|looks good|attractive|in_a_uniform|in_a_suit
    look|looks attractive|in_a_uniform|in_a_suit|the_part
    fit|fits into .. uniform|costume|dress|seat|cockpit|harness`,
    {
      evenOfWork: true,
      unless: `how would|do you .. dose|measure|set|calculate|weigh|choose|test|build|lift
      of a|the child|patient|pallet*|load|truck|tree|page|font|line
      line height|- height
      font weight
      how tall a
      able to lift
      can you lift
      weight : bold
      reach|lift .. with or without
      if you|we hire|after
      uniform .. all sizes
      team|data|batch|sample|class|budget|codebase size|s`,
    },
  ),
  body(
    "judge",
    `@they|is|was|looks|looked|too|very|rather|quite|a_bit|bit|so .. fat|overweight|obese|skinny|chubby|plump|heavy-set|heavyset|ugly|handsome|pretty|attractive|good-looking|beautiful|scrawny|gorgeous|stocky|burly|tubby|portly|petite|slim|scruffy|unattractive|hot|lanky|sexy|plain-looking|thin !solution|answer|code|notice|cut|on|of
    overweight|obese|chubby|tubby|heavy-set|heavyset|podgy|pudgy|flabby|skinny|scrawny|lanky|burly|petite|unattractive|good-looking|beer_belly|paunch|paunchy|portly|stout|rotund|gorgeous|fatso|ugly|slob
    fat !client|controller|arrow|jar
    belly|waistline|double_chin|gut !feel|feeling|instinct
    @theirs weight|height|figure_in|figure_was|build|looks|size|belly|body|physique|appearance|face|teeth|hair|legs|bmi|stature|skin|tattoos|tattoo|piercings|nose_ring|acne
    lose|carry|carries|carrying|losing|could_lose .. weight|pounds|kilos|stone
    weight .. problem|issue|lose|carries|carrying|extra|too_much
    pretty|attractive|handsome|good-looking|beautiful|hot|gorgeous face|girl|woman|lady|guy|man|enough|candidate|boy
    not .. image|look .. front|desk|reception|showroom|brand|shop
    image we|for our
    looks|look|looked .. the_part|uniform|camera|front_of|great_in|good_in|photo
    easy on the eye*
    out of shape|breath
    puffed|puffing|wheez*|waddl*|huffed .. stairs|up|in
    short for|too short|tall
    too|very tall|short|big|large|heavy for|to
    short|tall|big|large|small|little man|woman|guy|lady|girl|bloke|fellow|chap|frame
    big -? boned
    could do with .. diet|gym|salad
    gym|diet .. could|should|needs`,
    {
      unless: `@evidence .. weight|height
      looked for
      short answer|answers|notice|list|list
      pretty good|well|clear|much|solid|quick*|sure|close
      his|her|their appearance in|at
      tall order
      in the face of
      face - to
      weight of evidence`,
    },
  ),
  body(
    "demand",
    `tall|taller|slim|slender|attractive|good-looking|handsome|pretty|beautiful|burly|athletic|well-built|muscular|petite|fit-looking|strapping|big|leggy|curvy|thin|large|strong-looking|presentable|well-groomed man|woman|men|women|girls|girl|lady|ladies|doormen|bouncers|lad|lads|staff|waitress|waitresses|waiter|hostess|hostesses|receptionist|receptionists|person|people|candidates|applicants|build|figure|appearance|team_member*|bouncer|models|guy|guys|fellow|guards|looks !file|scale|dataset
    big|tall|large|well ,|and burly|strong|tall|muscular|handsome|heavy
    burly|strapping|good-looking|well-proportioned|slim|slender
    height|weight .. proportion*|minimum|requirement|requirements|must|at_least|limit|between|maximum|under|over|of_at_least|restrictions|with_your|and_weight !lifting
    minimum|maximum|required height|weight|bmi !of_parcels|load
    bmi
    at least|minimum|taller|over|under # m|cm|ft|feet|'|stone tall|in_height|height
    # cm|m|ft|feet|inches|' .. tall|height|or_taller
    must|should|be|is|are .. taller|tall|slim|shorter|slender|attractive|good-looking|physically_attractive
    full -? length photo*|picture
    photo|photograph|headshot|picture|pictures .. of_you|yourself|application|cv|attach*|enclose*|include*|required|measurements|recent|with
    attach|enclose|include|send|add|submit .. photo|photograph|headshot|measurements|full-length|picture_of|waist|chest_size|dress_size|height|weight
    your measurements|height|weight|waist|chest_size|dress_size|bra_size|clothes_size|clothing_size
    dress|waist|chest|bra|clothing|clothes size|sizes
    size # or|and|to|-
    pleasing|attractive|pleasant|smart|good|youthful|excellent appearance|looks|figure|physique|physical_appearance
    looks matter|are_important|count
    visible tattoos|tattoo|piercings
    no tattoos|tattoo|piercings|beards
    easy on the eye*`,
    {
      unless: `line height|weight
      font weight
      lift|lifting .. kg|lb|boxes|load|loads|parcels
      weight .. load|parcels|cargo|lifting
      large file|scale|team|dataset|company
      photos are not|no
      please do not
      tall ship|buildings
      uniform .. sizes
      work at height
      working at height`,
    },
  ),
  body(
    "any",
    `work out|gym .. you|often|regularly
body fat|shape|type
how .. stay|keep in|fit shape|?
big|small|tiny|large|little|skinny|chunky lad|lass|chap|fellow|girl|bloke|guy|man|woman|lady|person
make -? up
clean - shaven
too big|small|tiny|short|tall|thin|fat|heavy|large !to_fail|for_the_sample|a
hair .. cut|colour|dye|long .. you
teeth|complexion|smile .. front|customers|nice|good|pretty
looks .. like|good|the_part|nice|great|attractive
pretty|handsome|attractive|beautiful|good-looking|ugly|plain|fat|obese|overweight|skinny|slim|slender
# kg|stone|pounds|lbs|lb overweight|heavier|weight_limit
weigh|weighs .. too|much|more|less|under|over|kilos|kg|you_now
model -? like|looks
easy on|presentable`,
    {
      evenOfWork: true,
      unless: `pretty good|well|clear|much|solid|quick*|sure|close|big|small
body of_work|of_knowledge|text|type_is|request
slim down|image|bundle
slim framework
fat client|arrow|controller|jar
plain text|english|sql|words
beautiful code|design|solution|game
obese|overweight patients|people|children
attractive offer|package|salary|pension|benefits|location|price
too large|big|small a|an|for .. sample|team|batch|class|screen|cache
@evidence .. pretty|attractive|slim|plain|ugly|beautiful
clinic|dietitian|ward
make up for|the|of|a
weigh* .. options|evidence|pros|risks|against
lift`,
    },
  ),
];
