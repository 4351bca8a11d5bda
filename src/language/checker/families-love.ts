/** Whom somebody loves and which sex they are, as people hint at it. */
import { familyOf } from "./group.ts";

/** The rules. */
export const LOVE_FAMILIES = [
  ...familyOf("orientation", {
    firm: `
      husband|boyfriend|hubby|fella ,? or|and is|maybe|perhaps|should? it|i|that|say? .. wife|girlfriend|missus
      wife|girlfriend|missus ,? or|and is|maybe|perhaps|should? it|i|that|say? .. husband|boyfriend|fella
      men|women|ladies|girls|boys|lads|fellas|blokes|guys|chaps|gents|own_sex|same_sex that|who? he|she|you|they goes|go|fancies|fancy|likes|prefers|prefer|dates|date|into|after|chases|loves|sleeps|is_into|are_into|'s_into|'s_after
      look|looks|looked|sound|sounds|sounded|dressed|dresses|voice|walks|talks|seemed|seems|presents|presented .. female|male|masculine|feminine|mannish|like_a_man|like_a_woman|like_a_bloke|like_a_lad|like_a_girl .. sound|sounds|sounded|voice|but|yet|looked|looks|name|i|we|confus*|wasn't|not_sure|though|$
      fly|flies|flying|flew|wave|waves|waving|wear|wears|under|behind the|a|that|their|his|her? rainbow|pride|trans -? flag|banner|$|.|,|colours|or|and
      openly|publicly|fully|already|completely|proudly|at_all out|gay|queer|lesbian|trans|bi $|?|,|.|at|to|or|and|about|as|in
      men|women|ladies|gentlemen|girls|boys|lads|lasses|fellas|blokes|guys|chaps ,? or|and? men|women|ladies|gentlemen|girls|boys|lads|lasses|fellas|blokes|guys|chaps .. you|he|she .. fancy|fancies|prefer|like|date|into|go_for|chase|sleep|attracted|after|love
      fancy|fancies|attracted|attraction|date|dates|dating|sleep|sleeps|sleeping|bed|marry|love|kiss|partial|drawn|lean|leaning|inclined .. to|with|towards? .. men|women|ladies|gentlemen|girls|boys|lads|lasses|fellas|blokes|guys|chaps|same_sex|own_sex|own_kind|either_sex|both_sexes !in_leadership
      sex|gender .. birth|born|passport|certificate|at_birth|delivered|originally|assigned|biological|birth_record|birth_certificate|registered_at !pay|balance
      birth|biological|natal|genetic|chromosomal|real|original|true|legal -? sex|gender !pay
      were|was|is|are you|he|she|they always|born|once|called|originally|christened|known_as|ever|formerly a|as? @givenname
      was|were there a|an? @givenname
      used|once|formerly|previously|originally|born|christened|still|really|actually|answers|answer to_be|as|to|be|called|known_as|a? .. @givenname .. once|before|then|not|now|he|she|transition*|man|woman|changed
      dead -? name|named|naming|names
      who|what were|was|did you|he|she|they .. called|known_as|go_by|name|be before|once|until|prior .. change*|transition*|turned|became|operation|crossed|swap*|switch*
      before|since|after|when|until you|he|she|they ,? .. changed_over|changed_sex|crossed_over|changed_sides|switched_sides|switched_over|transition*|became_a_woman|became_a_man|swapped|came_out|became_who|had_the_op|had_the_surgery|made_the_change|went_through_the_change`,
    said: `what you|they|he|she get_up_to|gets_up_to|do|does in|at|behind your|the|his|her? own_time|private|home|weekends|closed|bedroom|bed
      keep|kept|keeping it|that|things|him|her quiet|private|hidden|dark|under_wraps|discreet|to_yourself|low-key ... boyfriend|girlfriend|husband|wife|partner|lifestyle|home_life|sexuality
      not|avoid|stop|without|n't|less|quit mention|mentioning|talk_about|talking_about|bring_up|bringing_up|bringing|refer_to your|his|her|the husband|wife|partner|boyfriend|girlfriend|private_life|home_life|other_half
      pride -? march|marches|marched|marching|parade|parades|photo|photos|picture|pictures|pics|post|posts|event|events|weekend|float|rally|flag|flags|sticker|stickers|badge|badges|pin|pins|lanyard|shirt|t-shirt|mug|tattoo|banner|organis*|organiz*|committee|volunteer*|selfie|festival|society .. you|your|he|she|his|her|profile|twice|so|clients|low-key|keep|tone|reassur*|mentioned|one_of !network|we|our_own|sponsor*
      rainbow|rainbows|bi_flag|trans_flag|pink_triangle|progress_flag -? badge|badges|pin|flag|flags|lanyard|lanyards|laces|sticker|stickers|socks|watch|strap|mug|tie|profile|on|emoji|bracelet|earring|scarf|colours|necklace ... you|your|he|she|his|her|so|must|mean|means|guess|wonder|clients|take_off|remove|?|story|significance|tell|cover !herbal
      low-key|low_key|discreet|discretion|tone_it|tone_down|toned_down|keep_it_to|keep_that|keep_quiet|under_wraps|under_the_radar|behind_closed|to_yourself|not_make_a_thing ... partner|husband|wife|boyfriend|girlfriend|pride|sexuality|lifestyle|private_life|that_side|preferences|orientation|being_gay|gay|trans|identity|pronouns|home_life|clients_are
      that|one_of_those|one_of|your|his|her|such|those|certain|alternative|particular|non-traditional|unconventional|different -? way_inclined|persuasion|persuasions|inclination|inclinations|proclivit*|leanings|tendencies|preferences|lifestyle|lifestyles|bent|tastes|sort_of_lifestyle|side_of_the_fence|bus|crowd|community !for_remote|travel
      other|same|wrong|both|either side|sides|team|teams|way|ways|bus|persuasion|direction|foot|of the? romantically|sexually|street|fence|pitch|river|inclined|church|pool
      bat|bats|batted|batting|dress|dresses|kick|kicks|swing|swings|swung|lean|leans|ride|rides|dance|dances|sail|sails|row|rows|walk|walks|drive|drives|park|plays|play|pitch|pitches ... for|on|with|at|from|down|to the|that|both|which|other|his|her? other|same|opposite|wrong|both|all|which|rainbow|own side|team|way|ways|foot|bus|fence|church|end|street|sex|pavilion
      swing|swings|swinging|lean|leans|bat|bats|inclined|go|goes which|what|that|both|either way|ways|side|team
      which|what way|side|team do|does|are|is|would|you|he|she .. swing|lean|bat|inclined|go|dress|romantically
      gay|straight|lesbian|trans|queer|homosexual|heterosexual|bisexual|transgender|asexual|pansexual|demisexual|polyamor*|cis|cisgender|enby|genderqueer|genderfluid|gender-fluid|agender|two-spirit|intersex|transsexual|transvestite*|crossdress*|cross-dress* ?|$|,|.|or|and|yourself|people|man|woman|men|women|person|couple|marriage|marriages|candidate|employee|employees|staff|teacher|lifestyle|scene|bar|bars|club|community|then|,_are|relationship|friends|agenda !in_line|face|answer|answers|forward|away|after|line|from|to|swap|edge|razor|talking|talker|sets|as_a_die|path|road|weekly|monthly|men's_chorus
      his|her|their|your|another|a same-sex|same_sex|same_-_sex|civil|life|lady|gentleman|gay|male|female -? partner|partners|partnership|marriage|relationship|friend|lover|spouse !service|network
      his|a_man's|the_lad's|mentioned_his|mentions_his|mentioning_his husband|boyfriend|fella|male_partner|man_friend
      her|mentioned_her|mentions_her wife|girlfriend|lady_friend|female_partner
      mentioned|mentions|referred|refers|talked|spoke|brought_up|let_slip|dropped ... husband|boyfriend|wife|girlfriend|partner ... he|she|his|her|two|same|clients|conservative|traditional|gulf|families|awkward|parents|sit_well|eyebrows
      partner|other_half|better_half|significant_other|spouse .. he|she|man|woman|male|female|bloke|lady|fella|girl|him|her !says|said|does
      mr|husband|boyfriend|fella|man|lad|bloke|chap|gentleman|prince ,? or|and? a|the|is_it_a? mrs|wife|girlfriend|woman|lady|girl|lass|missus|princess .. you|home|life|your|waiting|there|?|partner|date|bring
      mrs|wife|girlfriend|woman|lady|girl|lass|princess ,? or|and? a|the|is_it_a? mr|husband|boyfriend|fella|man|lad|bloke|chap|gentleman .. you|home|life|your|waiting|there|?|partner|date|bring
      out|openly|open_about .. at|to|in|with|about .. work|colleagues|family|parents|employer|boss|sexuality|being|it|that|office|your_partner ... you|?|he|she|so !interview
      man|woman|male|female|boy|girl|bloke|lad|lady|lass or|/ a|an|is_it|are_you|should_it? woman|man|female|male|girl|boy|lady|lad|lass|bloke ... you|be|born|are|underneath|now|really|?|sir
      used_to_be|was_born|born|was_once|once|previously|formerly|assigned|raised|grew_up|brought_up|started_life|lived|living|live|passes|passing|passed|presents|presenting|present|identifies|identify|identifying|dresses|dress|dressed|dressing a|an|as|for|like|in|with a|an|keeping? .. man|woman|male|female|boy|girl|lad|bloke|sex|gender|lady|other_sex|opposite_sex|women's|men's|keeping_with_the
      was|were|been|is|are|really|actually|biologically|born|technically a|an? man|woman|bloke|girl|boy|he|she|lad|fella|male|female .. before|once|in_a_former|originally|in_disguise|underneath|until|by_birth|at_birth|under_all|wearing|in_a_dress|years_ago|or_a
      change|changed|changing|changes|swap|swapped|swapping|switch|switched|switching|transition|transitioned|transitioning|cross|crossed|reassign* over|sides|sex|sexes|gender|genders|from_a|from_man|from_male|from_female|to_a|teams|fully|surgery ... man|woman|male|female|he|she|were|sex|gender|operation|surgery
      had|have|having|done|gone|undergone|undergoing|finished|complete|completed|planning|through|all|any ... op|ops|operation|operations|surgery|reassignment|transition|hormones|hormone|treatment|change|bottom_surgery|top_surgery ... man|woman|gender|sex|done|yet|finished|complete|fully|down_there|all_of_it
      on|take|taking|start|started hormones|hormone_treatment|hormone_therapy|oestrogen|estrogen|testosterone|puberty_blockers|t_blockers
      pronoun|pronouns ... business|nonsense|rubbish|silly|fuss|faff|fad|trend|agenda|politics|exotic|unusual|problem|issue|confus*|fussy|clients|serious|bother|struggle|difficult|awkward|patience|insist*|lecture*|correct|explain|mean|really|biolog*|born|what_is_that|what_'s
      why|what|really|actually|insist*|fuss|odd|strange|unusual|confus* ... pronoun|pronouns|they_them|they/them|he_/|she_/|ze|xe|mx
      mx|they_/_them|they/them|they_them|she_/_they|he_/_they|ze|xe|zir ... you|your|mean|story|why|what|?|clients|awkward|confus*|so|is_that
      what|which|who|whose ... bedroom|bed|sheets|behind_closed_doors|private_life|sex_life|love_life|weekends_with
      toilet|toilets|loo|loos|bathroom|bathrooms|restroom|washroom|changing_room|changing_rooms|ladies'|gents|ladies|locker_room|showers|facilities ... you|he|she|they ... use|using|be_using|need|prefer|go|identify|which|ladies|gents|men's|women's ... ?|gents|ladies|men's|women's|you|men|women|prefer
      which|what toilet|toilets|loo|loos|bathroom|bathrooms|restroom|washroom|facilities|changing_room|changing_rooms|uniform .. you|he|she|use|men's|women's
      normal|natural|traditional|proper|christian|wholesome|god-fearing|decent|conventional|old-fashioned|healthy|red-blooded|straight|clean-living -? family|families|marriage|couple|couples|lifestyle|lifestyles|values|relationship|relationships|morals|man|men|woman|women|home|homes|orientation|sexuality|male|males|female|females !data|business|methods
      red-blooded|red_-_blooded|god-fearing|god_-_fearing|family_values|marriage_between|one_man_and|man_and_a_woman|a_man_and_a|adam_and_eve|adam_and_steve|sin|sinful|sodom*|unnatural|perver*|devian*|degenerate|immoral ... gay|man|woman|marriage|lifestyle|wife|homosex*|values|home|applicants|staff|uphold|live|affirm|belie*
      two|both mums|mams|moms|dads|mothers|fathers|husbands|wives|brides|grooms
      more than friends|flatmates|housemates|roommates|just_friends
      gay|lesbian|trans|lgbt*|queer|rainbow|pink -? pound|staff_network|people_like_you|thing|stuff|agenda|element|angle|side|issue|vibe|vibes|energy|streak|undertones`,
    judged: `pride|queer*|gay|gays|lesbian*|trans|transgender|pronouns|closet|camp|rainbow|butch|effeminate|fey|flamboyan*|limp|mincing|sashay*|drag|they_them|they/them|non-binary|nonbinary|bisexual|homosexual*|lgbt* ... so|clients|would|not|won't|worry|customers|families|parents|awkward|one_of|doubt|wonder|fit|traditional|conservative|risk|comfortable
      has|have|with|living_with|lives_with|mentioned|kept_mentioning|about|brings|brought a|his|the? .. husband|boyfriend ... he|his|him|clients|traditional
      one of those $|,|.|people|types
      one of that_lot|that_crowd|that_sort
      nail|nails|painted_nails|eyeliner|lipstick|earring|earrings|handbag|heels|skirt|dress|blouse|makeup|make-up ... for_a_man|for_a_bloke|on_a_man|he|his|him|bloke|lad|fella`,
    unless: `pride -? month|of_place|ourselves|yourself|themselves
      site|office|staff|product|student|induction|page|new-starter|volunteer|landscape|portrait -? orientation
      orientation of|at|day|week|for|last|took|session|map
      which|what pronouns should|would|do|shall|can|may|are|to we|the|panel|you|i|use|they
      he or|/ she will|would|can|is|has|must|should|may|was
      partner|partners you|we|they|i brought|signed|chose|won|recruited|worked|on_board
      trans - pennine|siberian|saharan|european|pacific|tasman|canadian|alpine|border|disciplinary|shipment
      feel free|welcome|optional ... pronoun|pronouns
      your pronouns if|so|,_or|or|,_if
      staff|shift|shifts|stewards|crew|stall|float|security .. for|at|during the|our? pride
      we|our|company|team .. march|marched|sponsor*|fly|flies .. at|in? pride
      sex worker|workers|education|offender|offenders
      fairy tale|tales|lights|cakes
      drag and|the|it|- and|your|a|on|coefficient|down
      come|came|comes|coming out of|ahead|on_top|at_about|in_the_test|wrong|right|clean|in_front
      @evidence .. trans|gay|lesbian|queer .. customers|users|patients|readers|clients`,
  }),
];
