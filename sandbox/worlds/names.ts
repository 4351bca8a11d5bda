/** Names and words that worlds are made of. All invented; nobody in particular. */

export const FIRST_NAMES = [
  "Ines", "Jonas", "Priya", "Kenji", "Maya", "Tomás", "Lena", "Omar", "Sofia", "Arjun", "Hana", "Noah",
  "Beatriz", "Felix", "Ananya", "Yuki", "Carla", "Emil", "Zoe", "Rafael", "Mina", "Oskar", "Leila", "Hugo",
  "Amara", "Nils", "Divya", "Ren", "Clara", "Mateo", "Freya", "Samir", "Elif", "Tariq", "Nora", "Ivo",
  "Paula", "Anton", "Kavya", "Sora", "Grace", "Linus", "Alma", "Idris", "Vera", "Bruno", "Ines", "Milo",
  "Edith", "Pavel", "Rosa", "Cyrus", "Dora", "Levi", "Marta", "Ezra", "Tessa", "Ravi", "Una", "Karim",
] as const;

export const LAST_NAMES = [
  "Duarte", "Weber", "Raman", "Sato", "Okafor", "Ribeiro", "Hoffmann", "Haddad", "Moreau", "Mehta", "Kobayashi",
  "Lindqvist", "Carvalho", "Brandt", "Iyer", "Tanaka", "Fontes", "Nilsen", "Adeyemi", "Pereira", "Rahimi",
  "Kowalski", "Nasser", "Lambert", "Diallo", "Jensen", "Kulkarni", "Mori", "Schneider", "Vega", "Olsen",
  "Farouk", "Yilmaz", "Bashir", "Novak", "Petrov", "Almeida", "Keller", "Nair", "Fujita", "Hopper-Lane",
  "Bergström", "Castellan", "Marsh", "Quill", "Rowe", "Santos", "Thorne", "Ueda", "Voss",
] as const;

export const ZONES = [
  { zone: "Europe/Lisbon", location: "Lisbon", country: "PT" },
  { zone: "Europe/Berlin", location: "Berlin", country: "DE" },
  { zone: "America/New_York", location: "New York", country: "US" },
  { zone: "America/Los_Angeles", location: "San Francisco", country: "US" },
  { zone: "Asia/Kolkata", location: "Bengaluru", country: "IN" },
  { zone: "Asia/Tokyo", location: "Tokyo", country: "JP" },
] as const;

export const TEAMS = ["Platform", "Product", "Data", "Customer Success"] as const;

export const TITLES: Record<(typeof TEAMS)[number], readonly [string, string, string]> = {
  Platform: ["Backend Engineer", "Site Reliability Engineer", "Platform Engineering Lead"],
  Product: ["Product Manager", "Product Designer", "Frontend Engineer"],
  Data: ["Data Engineer", "Data Scientist", "Analytics Engineer"],
  "Customer Success": ["Customer Success Manager", "Support Engineer", "Implementation Lead"],
};

export const EMPLOYERS = [
  "Northwind Freight", "Bluefin Labs", "Harbour & Pine", "Kestrel Systems", "Oldbridge Bank", "Sunmere Energy",
  "Tallship Software", "Verdant Foods", "Quarry Analytics", "Lumen Post", "Ferrous Works", "Meadow Health",
] as const;

export const MEETINGS = [
  "Team weekly", "Planning", "Design review", "Customer call", "Budget review", "Incident review", "Hiring sync",
  "Roadmap", "Architecture forum", "Vendor call",
] as const;
