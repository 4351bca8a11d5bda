/** Sums, what is said of pay, and who lends. */
import { list } from "./list.ts";

/** Sums by their tens, as people say them. */
export const TENS = list(
  "twelve fifteen eighteen twenty thirty forty fifty sixty seventy eighty ninety hundred twenty-five thirty-five forty-five",
);

/** After a number: it is money. */
export const THOUSANDS = list(
  "k grand thousand quid pounds euro euros dollars bucks lakh lakhs lpa crore rupees rand a_year per_annum pa p.a an_hour a_day a_week a_month",
);

/** Pay by how much it is. */
export const HAUL = list(`
  packet fortune mint bomb pittance peanuts buttons pennies silly_money stupid_money daft_money crazy_money mad_money big_money good_money
  decent_money serious_money proper_money top_money great_money easy_money funny_money telephone_numbers top_dollar top_whack six_figures
  seven_figures five_figures big_bucks megabucks loads_of_money shedload good_whack fat_salary fat_bonus fat_pay big_salary big_wage
  big_wages good_wage good_wages low_wage low_wages minimum_wage min_wage bare_minimum next_to_nothing crumbs chicken_feed king's_ransom
  city_money banker's_money bank_money agency_money consultancy_money contractor_money`);

/** Who lends to those whom a bank will not, and what it is called. */
export const LENDERS = list(`
  moneylender moneylenders money-lender money-lenders loan_shark loan_sharks loan_sharking pawnbroker pawnbrokers pawnshop pawn payday_lender
  payday_lenders doorstep_lender doorstep_lenders tallyman provident wonga klarna bnpl buy_now_pay_later never-never hire_purchase
  catalogue_debt store_cards store_card credit_cards taxman bailiff bailiffs debt_collectors repo_man repo_men receivers bookies bookie
  creditors`);
