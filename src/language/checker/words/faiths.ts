/** What people believe, keep, wear and do for it. */
import { list } from "./list.ts";

/** Faiths and those who hold them, also by the names that others give them. */
export const FAITHS = list(`
  religion religions religious faith christian christians christianity catholic catholics catholicism protestant protestants
  anglican anglicans episcopalian methodist methodists presbyterian presbyterians baptist baptists lutheran lutherans calvinist
  congregationalist unitarian quaker quakers evangelical evangelicals pentecostal pentecostals adventist adventists nazarene
  mormon mormons latter-day_saint jehovah's_witness jehovah's_witnesses christadelphian brethren amish mennonite mennonites
  copt copts coptic maronite born-again salvationist muslim muslims moslem moslems islam islamic sunni shia shiite
  sufi ismaili ahmadi ahmadiyya salafi wahhabi druze alawite jew jews jewish judaism hasidic hassidic haredi frum lubavitch
  hindu hindus hinduism vaishnav shaivite lingayat hare_krishna sikh sikhs sikhism khalsa amritdhari jain jains jainism buddhist
  buddhists buddhism taoist shinto confucian zoroastrian parsi parsee bahai baha'i rastafarian rasta rastas wiccan pagan pagans druid
  heathen satanist scientologist moonie humanist atheist atheists atheism agnostic agnostics unbeliever unbelievers nonbeliever
  freethinker secularist godless believer believers papist papists taig fenian wee_free`);

/** Feasts, fasts and days of rest; Christmas and Easter are everybody's. */
export const FEASTS = list(`
  ramadan eid eid_al-fitr eid_al-adha muharram ashura mawlid lent ash_wednesday good_friday palm_sunday maundy_thursday advent pentecost
  whitsun epiphany corpus_christi holy_week passover pesach purim sukkot shavuot hanukkah chanukah rosh_hashanah yom_kippur
  shabbat shabbos sabbath diwali deepavali holi navratri navaratri dussehra durga_puja ganesh_chaturthi janmashtami raksha_bandhan
  pongal onam karva_chauth ekadashi vaisakhi baisakhi gurpurab vesak wesak nowruz samhain beltane jummah jumma holy_day holy_days
  religious_holiday religious_holidays`);

/** What is worn or carried for it. */
export const GARB = list(`
  hijab headscarf headscarves niqab burka burqa chador abaya jilbab khimar thobe kufi taqiyah turban turbans patka dastar kara
  kirpan yarmulke kippah kippa skullcap tallit tzitzit sheitel payot sidelocks crucifix rosary scapular cassock dog_collar clerical_collar
  wimple veil bindi tilak tilaka tikka sindoor mangalsutra rakhi janeu prayer_beads mala_beads ash_on cross_round cross_around
  star_of_david`);

/** Where and how it is kept. */
export const WORSHIP = list(`
  church churches chapel kirk cathedral mass parish congregation mosque masjid synagogue shul temple mandir gurdwara ashram kingdom_hall
  meeting_house prayer prayers pray prays praying prayed worship worships worshipped worshipping namaz salah salat wudu zakat hajj umrah
  puja aarti langar kirtan daven minyan torah talmud quran koran bible scripture scriptures gospel granth gita communion holy_communion
  eucharist confession sacraments baptism baptised baptized christened christening confirmed_in bris bar_mitzvah bat_mitzvah
  circumcised tithe tithes tithing sunday_school bible_study bible_class alpha_course prayer_group prayer_meeting youth_ministry
  missionary mission_trip altar_boy choirboy pilgrimage pilgrim kosher halal fasting fasts`);
