/** Which names of columns speak of a protected trait, or of what stands in for one. A history has such columns; a map must not
 * name them. */

/** Words in English, German, French, Spanish, Portuguese and Dutch, without accents. No such list is whole: it stops what is plain, and
 * whoever writes a map answers for what a column holds. */
const TRAITS: Record<string, string> = {
  gender:
    "gender, transgender, sex, sexual, orientation, lgbt, lgbtq, male, female, men, women, mr, mrs, mx, herr, frau, monsieur, madame, senhor, senhora, senor, senora, meneer, mevrouw, pronoun, pronouns, salutation, honorific, geschlecht, anrede, genre, civilite, genero, sexo, geslacht, aanhef",
  age: "age, dob, born, birth, birthday, birthdate, birthyear, alter, geburtsdatum, geburtstag, geburtsjahr, naissance, edad, nacimiento, idade, nascimento, leeftijd, geboortedatum, graduation, graduated, graduate, graduates, retired, retirement, abschlussjahr",
  name: "name, names, firstname, lastname, fullname, surname, forename, nickname, nachname, vorname, nom, prenom, nombre, apellido, apellidos, nome, sobrenome, apelido, naam, voornaam, achternaam",
  origin:
    "origin, nationality, citizenship, ethnic, ethnicity, race, racial, immigration, visa, country, birthplace, passport, skin, caste, tribe, refugee, immigrant, migrant, sponsorship, tongue, muttersprache, hautfarbe, herkunft, nationalitat, staatsangehorigkeit, nationalite, nacionalidad, nacionalidade, nationaliteit, accent, eeo, eeoc",
  religion:
    "religion, religious, faith, church, mosque, christian, catholic, muslim, jewish, hindu, sikh, buddhist, hijab, headscarf, kopftuch, konfession, religie, religiao",
  family:
    "family, marital, married, spouse, children, kids, pregnant, pregnancy, parental, maternity, paternity, childcare, caregiver, carer, divorced, widowed, mutterschutz, elternzeit, schwangerschaft, maternite, paternite, maternidad, paternidad, maternidade, paternidade, zwangerschap, familienstand, kinder, schwanger, famille, enfants, familia, hijos, filhos, gezin, kinderen",
  photo: "photo, photograph, picture, portrait, headshot, avatar, foto, bild, imagen",
  health:
    "health, sick, sickness, illnesses, injury, diagnosis, therapy, medication, vaccinated, vaccination, wheelchair, neurodivergent, autism, adhd, allergy, allergies, dietary, bmi, disability, disabled, disabilities, medical, illness, accommodation, accommodations, gesundheit, behinderung, krankheit, sante, handicap, salud, discapacidad, saude, deficiencia, gezondheid",
  address:
    "address, street, zip, zipcode, postcode, postal, postleitzahl, plz, adresse, strasse, wohnort, rue, ville, direccion, calle, morada, endereco, adres, city, hometown, commute, anschrift",
  schooling:
    "university, universities, college, school, schools, schooling, education, degree, degrees, diploma, alumni, alumnus, alumna, gpa, universitat, hochschule, schule, ausbildung, universite, ecole, universidad, escuela, universidade, escola, universiteit, opleiding",
  "military service": "veteran, veterans, military, wehrdienst",
  "a criminal record":
    "arrest, arrests, arrested, conviction, convictions, convicted, criminal, felony",
  opinion: "political, politics, union, gewerkschaft, syndicat, sindicato, vakbond",
};

const TRAIT_OF = new Map(
  Object.entries(TRAITS).flatMap(([trait, words]) =>
    words.split(", ").map((word) => [word, trait] as const),
  ),
);

/** The name of such a thing is no person's. */
const NOT_A_PERSON = new Set(
  "stage interview session format event step round type status".split(" "),
);

/** The trait, or null. Words count, not letters: `Stage` is no age. */
export const protectedTraitIn = (columnName: string): string | null => {
  const words = wordsOf(columnName);
  for (const [index, word] of words.entries()) {
    const trait = TRAIT_OF.get(word);
    if (trait === undefined) continue;
    if (trait === "name" && NOT_A_PERSON.has(words[index - 1] ?? "")) continue;
    return trait;
  }
  return null;
};

const wordsOf = (name: string): string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
