/** Orientation and gender identity. */
import { type RuleGroup, rulesOf } from "./group.ts";

const orientation = rulesOf("orientation");

/** The rules. */
export const ORIENTATION_RULES: readonly RuleGroup[] = [
  orientation(
    "ask",
    `you|your|he|she|are .. gay|lesbian|bisexual|homosexual|heterosexual|transgender|trans|transsexual|queer|straight_or|non-binary|bi|lgbt*|intersex|asexual
    gay ,|or
    gay|lesbian|bi|straight|trans ?
    gay|straight|bi|lesbian , .. or
    gay|lesbian or straight|bi
    straight or gay
    sexual orientation|preference|preferences|identity|history
    sexual|sexuality
    your orientation
    orientation : $
    your|gender|which|what|legal|original|birth gender|sex|pronoun : $
    gender identity|reassignment|transition|history
    gender|sex at|assigned birth|at_birth
    what|which sex|gender .. you|assigned|birth|passport|say
    are you .. man|woman|male|female|boy|girl or|?|really|biologically
    born|biologically a? male|female|man|woman|boy|girl
    man or a? woman
    he or a? she
    partner .. he|she|man|woman|male|female|gender
    date|dating|sleep_with|prefer|attracted_to men|women|girls|boys
    attracted to
    boyfriend|girlfriend or|- a? girlfriend|boyfriend
    transition|transitioned|transitioning .. you|?|gender|surgery
    had|have the|sex|gender|any surgery|operation|reassignment
    sex change
    deadname|dead_name
    name .. transition|before_you_transitioned
    out at work
    come|came|are|you|been out of the closet
    openly gay|lesbian
    in the closet
    married|live to|with a? man|woman
    same - sex
    lgbt*|pride march|parade .. you|part_of
    pride .. you|go|march|attend
    gay|lesbian friends|bars|boss|colleagues|manager
    which toilet|bathroom|restroom|toilets|bathrooms|loo
    `,
    {
      evenOfWork: true,
      unless: `how would|do you .. support|design|teach|train|explain|run|handle
      orientation of the
      sexual -? health
      sexual harassment
      pride in your|of
      most proud
      straight past
      bi - weekly
      your pronouns ( optional
      trans fat|- atlantic
      sex education
      gender pay gap
      lgbt* youth|charity|network`,
    },
  ),
  orientation(
    "judge",
    `is|was|be|seems|obviously|openly|clearly|probably|sure|a|he's|she's|must_be|as|quite|bit|too|think|suspect|certain .. gay|lesbian|bisexual|homosexual|transgender|trans|transsexual|queer|camp|effeminate|butch|dyke|bi|flamboyant|non-binary|transvestite|lgbt*
    lesbian|homosexual|transsexual|effeminate|limp-wristed|flamboyant|butch|dyke|tranny|gender-confused
    gay !harris|street
    camp !site|counsellor|ground
    @theirs sexuality|orientation|sexual|transition !from|to|plan|diagram|matrix
    sexual|sexuality
    @theirs husband|boyfriend .. gay|two_men|same_sex
    same - sex partner|couple|marriage
    used|born|was|once to_be? a man|woman|he|she|as
    born a|as
    closet
    really|actually|biologically a man|woman|male|female
    man in a dress
    pronoun|pronouns
    not a|real real|proper man|woman
    light in the loafers
    bats for
    swings both
    gender identity|transition`,
    {
      unless: `bi - weekly|annual
      transition from|to
      camp site|counsellor|leader
      boot|base|training|summer camp
      sexual -? health
      a straight answer`,
    },
  ),
  orientation(
    "demand",
    `no|not|never|without .. gay|gays|lesbian|lesbians|lgbt*|homosexuals|trans|queers|transgender
    gay|gays|lesbians|lgbt*|homosexuals|transgender|trans .. not|need_not|no_place|unwelcome|cannot|apply|unsuitable
    straight|heterosexual men|women|male|female|only|candidates|people|man|couple|couples|preferred
    traditional|family|christian|normal lifestyle|sexuality|gender
    tell|state|say|confirm|whether|know|give|include|declare|disclose .. gay|sexual_orientation|gender_identity|orientation|sexuality|straight|birth_sex|sex|transgender|trans|lgbt*
    your gender_identity|sexual_orientation|sexuality|orientation|birth_sex|gender
    gender identity
    sexual orientation
    biological|cis|cisgender|real|genuine men|women|males|females|man|woman|male|female|sex
    lgbt* people|persons .. not|place`,
    {
      unless: `regardless|irrespective|without_regard|whatever
      all|any|every gender|genders|orientation|orientations|identity
      discriminat*
      equal
      race ,|age
      helpline|charity|network|centre|youth
      sexual - health`,
    },
  ),
  orientation(
    "any",
    `into men|women|girls|guys|boys
rainbow .. you|badge|pin|flag
part of the .. community ?
real|birth|old name .. transition|before|trans
came|coming out .. gay|work|colleagues|family
the way @they walks|dresses|talks|moves
flamboyant|camp|butch|effeminate|mincing
@they used to_be a man|woman|he|she|guy
was a he|she|man|woman
two mums|dads|moms
his husband|boyfriend
her wife|girlfriend
man|woman|person trapped|inside
man's|woman's|male|female clothes|body .. he|she
identify as .. man|woman|male|female|gay|straight|trans|queer
biological|birth|legal|assigned sex|gender
hormones|hormone_therapy
toilet|bathroom|restroom|changing_room .. you .. use|men's|women's
romantic|love partner|life|interest
preference .. men|women
gay|lesbian|bisexual|homosexual|transgender|transsexual`,
    {
      evenOfWork: true,
      unless: `camp site|counsellor|summer|boot|base|training
gay harris
regardless|irrespective|whatever
youth|helpline|charity|network|rights|history|magazine|clinic
hormones in|therapy_clinic`,
    },
  ),
];
