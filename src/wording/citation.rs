//! Provisions as each language cites them. Those that a rule of the program names stand in bokmål; what the catalogue cites
//! has its own three forms.

use super::Language;

/// The names of acts and regulations, in bokmål, nynorsk and English, as the catalogue writes them.
const ACTS: [[&str; 3]; 11] = [
    ["personvernforordningen", "personvernforordninga", "GDPR"],
    ["forvaltningslovforskriften", "forvaltningslovforskrifta", "Public Administration Act Regulations"],
    ["forvaltningsloven", "forvaltningslova", "Public Administration Act"],
    ["helseregisterloven", "helseregisterlova", "Health Registers Act"],
    ["folkeregisterloven", "folkeregisterlova", "National Population Register Act"],
    ["vergemålsloven", "verjemålslova", "Guardianship Act"],
    ["personopplysningsloven", "personopplysningslova", "Personal Data Act"],
    ["arkivforskrifta", "arkivforskrifta", "Archives Regulations"],
    ["eforvaltningsforskriften", "eForvaltningsforskrifta", "eGovernment Regulations"],
    ["offentleglova", "offentleglova", "Freedom of Information Act"],
    ["pasient- og brukerrettighetsloven", "pasient- og brukarrettslova", "Patients' and Users' Rights Act"],
];

/// Sources that are no places in an act.
const OTHERS: [[&str; 3]; 3] = [
    [
        "Arkivforskrifta § 11: det som er registrert, rettes ved tillegg",
        "Arkivforskrifta § 11: det som er registrert, blir retta ved tillegg",
        "Archives Regulations section 11: what is registered is corrected by an addition",
    ],
    [
        "Personvernerklæringen for Fristbruddportalen",
        "Personvernfråsegna for Fristbruddportalen",
        "The privacy notice of Fristbruddportalen",
    ],
    [
        "EDPB retningslinjer 01/2022 avsnitt 162–164",
        "EDPB retningslinjer 01/2022 avsnitt 162–164",
        "EDPB Guidelines 01/2022 paragraphs 162–164",
    ],
];

/// A citation in bokmål as a language writes it; `None` where it is of no form that is known here.
#[must_use]
pub fn cited(nb: &str, language: Language) -> Option<String> {
    let parts: Option<Vec<String>> = nb.split("; ").map(|part| one(part, language)).collect();
    Some(parts?.join("; "))
}

/// One place, or several of one act.
fn one(nb: &str, language: Language) -> Option<String> {
    if let Some(other) = OTHERS.iter().find(|other| other[0] == nb) {
        return Some(language.pick(other[0], other[1], other[2]).to_owned());
    }
    let (act, place) = ACTS.iter().find_map(|act| {
        let head = nb.get(..act[0].len()).filter(|head| head.to_lowercase() == act[0])?;
        Some((act, nb[head.len()..].trim_start()))
    })?;
    let capital = nb.starts_with(char::is_uppercase);
    match language {
        Language::Nb => Some(nb.to_owned()),
        Language::Nn => Some(format!("{} {place}", if capital { capitalised(act[1]) } else { act[1].to_owned() })),
        Language::En => Some(format!("{}{}", act[2], in_english(place)?)),
    }
}

fn capitalised(name: &str) -> String {
    // «eForvaltningsforskrifta» is written so in the middle of a sentence and at its head.
    if name.starts_with("eF") {
        return name.to_owned();
    }
    let mut signs = name.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// «art. 12 nr. 3 og 4» is " Article 12(3) and (4)", and «§ 25 første ledd» " section 25 first paragraph".
fn in_english(place: &str) -> Option<String> {
    let mut told = String::new();
    let mut numbered = false;
    let mut words = place.split(' ').peekable();
    while let Some(word) = words.next() {
        let next = words.peek().copied().unwrap_or_default();
        let several = next.contains('–');
        match word {
            "art." => told.push_str(if several { " Articles" } else { " Article" }),
            "§" => told.push_str(" section"),
            "§§" => told.push_str(" sections"),
            "fortalepunkt" => told.push_str(" recital"),
            "ledd" => told.push_str(" paragraph"),
            "første" => told.push_str(" first"),
            "andre" => told.push_str(" second"),
            "tredje" => told.push_str(" third"),
            "fjerde" => told.push_str(" fourth"),
            "femte" => told.push_str(" fifth"),
            "og" => told.push_str(" and"),
            "nr." => {
                numbered = true;
                continue;
            }
            // «art. 5 nr. 1 bokstav c» is "5(1)(c)", and «første ledd bokstav c» "first paragraph (c)".
            "bokstav" => {
                let apart = if told.ends_with(')') { "" } else { " " };
                told.push_str(&format!("{apart}({})", words.next()?));
            }
            number if number.starts_with(|sign: char| sign.is_ascii_digit()) => {
                let listed = numbered && told.ends_with(" and");
                told.push_str(&match (numbered, listed) {
                    (true, true) => format!(" ({number})"),
                    (true, false) => format!("({number})"),
                    (false, _) => format!(" {number}"),
                });
                // «nr. 3 og 4» goes on; whatever else follows a number begins anew.
                numbered = numbered && next == "og";
                continue;
            }
            "a" => told.push_str(" a"),
            _ => return None,
        }
        numbered = numbered && word == "og";
    }
    Some(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_cited_as_each_language_writes_them() {
        for (nb, nn, en) in [
            (
                "Personvernforordningen art. 12 nr. 3 og 4",
                "Personvernforordninga art. 12 nr. 3 og 4",
                "GDPR Article 12(3) and (4)",
            ),
            (
                "Personvernforordningen art. 5 nr. 1 bokstav c og art. 32",
                "Personvernforordninga art. 5 nr. 1 bokstav c og art. 32",
                "GDPR Article 5(1)(c) and Article 32",
            ),
            (
                "Personvernforordningen art. 15–22; helseregisterloven §§ 24 og 25",
                "Personvernforordninga art. 15–22; helseregisterlova §§ 24 og 25",
                "GDPR Articles 15–22; Health Registers Act sections 24 and 25",
            ),
            (
                "Personopplysningsloven § 16 første ledd bokstav d",
                "Personopplysningslova § 16 første ledd bokstav d",
                "Personal Data Act section 16 first paragraph (d)",
            ),
            ("Vergemålsloven §§ 8 og 16", "Verjemålslova §§ 8 og 16", "Guardianship Act sections 8 and 16"),
            ("Personvernforordningen fortalepunkt 63", "Personvernforordninga fortalepunkt 63", "GDPR recital 63"),
            (
                "Forvaltningsloven § 11 a tredje ledd",
                "Forvaltningslova § 11 a tredje ledd",
                "Public Administration Act section 11 a third paragraph",
            ),
            (
                "Forvaltningsloven §§ 11 fjerde ledd og 13",
                "Forvaltningslova §§ 11 fjerde ledd og 13",
                "Public Administration Act sections 11 fourth paragraph and 13",
            ),
            (
                "eForvaltningsforskriften § 8 femte ledd",
                "eForvaltningsforskrifta § 8 femte ledd",
                "eGovernment Regulations section 8 fifth paragraph",
            ),
            (
                "Pasient- og brukerrettighetsloven § 3-4; helseregisterloven § 15",
                "Pasient- og brukarrettslova § 3-4; helseregisterlova § 15",
                "Patients' and Users' Rights Act section 3-4; Health Registers Act section 15",
            ),
        ] {
            let told = Language::ALL.map(|language| cited(nb, language).expect("a citation"));
            assert_eq!(told, [nb, nn, en]);
        }
        assert_eq!(cited("Noe annet § 2", Language::En), None);
        assert_eq!(cited("Forvaltningsloven kapittel VI", Language::En), None);
    }
}
