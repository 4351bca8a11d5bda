/** Given names of either sex. */
import { list } from "./list.ts";

/** Common ones; those that are words as well are left out. */
export const GIVEN_NAMES = list(`
  aaron abdul abigail adam adrian ahmed aisha alan albert alex alexander alexandra alice alison amanda amelia amy ana andrea andrew
  angela anita ann anna anne anthony antonio arjun arthur ayesha barbara barry beatrice ben benjamin bernard beth bethany brenda brian
  bridget bruce callum cameron caroline carlos catherine cathy charles charlotte chloe chris christina christine christopher ciara
  claire clare colin connor craig cynthia daniel daniela danielle dave david dawn deborah debbie declan deirdre denise dennis derek
  diana diane dominic donald donna doris dorothy douglas edward eileen elaine eleanor elena elizabeth ella ellen emily emma eric
  erica erin esther eva evelyn fatima fergus fiona frances francis frank fred frederick gareth gary gavin geoffrey george georgia
  gerald gerard gillian gordon graham greg gregory hannah harriet harry hassan heather helen henry holly howard ian ibrahim imran
  irene isaac isabel isabella isla jack jackie jacob jacqueline jake james jamie jane janet janice jason jean jeff jeffrey jennifer
  jenny jeremy jerry jessica jill jim joan joanna joanne joe joel john jonathan jordan jorge jose joseph joshua joyce juan judith
  judy julia julian julie karen karl kate katherine kathleen kathryn katie keith kelly ken kenneth kevin kieran kim kyle lakshmi laura
  lauren laurence leah lee leo leon lesley leslie lewis liam linda lisa liz louise lucas lucy luke lynn malcolm marcus
  margaret maria marie marilyn mario marion martha martin mary mathew matt matthew maureen megan melanie melissa michael michelle miguel
  mike miriam mohammed molly monica muhammad nancy naomi natalie natasha nathan neil niamh nicholas nick nicola nicole nigel noah
  nora norman olga oliver olivia oscar owen pamela patricia patrick paul paula pauline pedro penny peter philip phil
  phoebe pooja priya rachel raj rajesh ralph raymond rebecca richard rita rob robert robin roger ronald rosemary roy ruth ryan
  sally sam samantha samuel sandra sara sarah sean sharon sheila shirley siobhan simon sinead sofia sophia sophie stella stephanie
  stephen steve steven stuart sue susan suzanne sylvia tanya tara teresa terence terry thelma theresa thomas tim timothy tina toby
  tom tony tracey tracy trevor valerie vanessa veronica victoria vincent vivian walter wayne wendy william winifred yasmin
  yvonne zoe`);
