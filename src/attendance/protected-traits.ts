/** Which names of columns speak of a protected trait, or of what stands in for one. A history has such columns; a map must not
 * name them. */

/** Words in English, German, French, Spanish, Portuguese and Dutch, without accents. */
const TRAITS: Record<string, string> = {
  gender:
    "gender, sex, pronoun, pronouns, salutation, honorific, geschlecht, anrede, genre, civilite, genero, sexo, geslacht, aanhef",
  age: "age, dob, born, birth, birthday, birthdate, birthyear, alter, geburtsdatum, geburtstag, geburtsjahr, naissance, edad, nacimiento, idade, nascimento, leeftijd, geboortedatum, graduation",
  name: "name, names, firstname, lastname, fullname, surname, forename, nickname, nachname, vorname, nom, prenom, nombre, apellido, apellidos, nome, sobrenome, apelido, naam, voornaam, achternaam",
  origin:
    "origin, nationality, citizenship, ethnic, ethnicity, race, racial, immigration, visa, country, herkunft, nationalitat, staatsangehorigkeit, nationalite, nacionalidad, nacionalidade, nationaliteit, accent, eeo, eeoc",
  religion: "religion, religious, faith, konfession, religie, religiao",
  family:
    "family, marital, married, spouse, children, kids, pregnant, pregnancy, parental, familienstand, kinder, schwanger, famille, enfants, familia, hijos, filhos, gezin, kinderen",
  photo: "photo, photograph, picture, portrait, headshot, avatar, foto, bild, imagen",
  health:
    "health, disability, disabled, disabilities, medical, illness, accommodation, accommodations, gesundheit, behinderung, krankheit, sante, handicap, salud, discapacidad, saude, deficiencia, gezondheid",
  address:
    "address, street, zip, zipcode, postcode, postal, postleitzahl, plz, adresse, strasse, wohnort, rue, ville, direccion, calle, morada, endereco, adres, city, hometown, commute, anschrift",
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
