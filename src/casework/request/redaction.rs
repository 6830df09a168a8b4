//! Covering parts of a file before others may see it: where, and on which ground in law.
//!
//! The grounds are those by which access can be refused: GDPR Article 15(4), personopplysningsloven §§ 16 and 17, and,
//! for what a party may see of a case, forvaltningsloven §§ 13 and 19. Whoever refuses must point to the exact provision
//! (personopplysningsloven § 16 third paragraph), so each letter of a provision is a ground of its own.

use std::fmt;

use super::attached::NewFile;
use crate::wording::Trilingual;

/// A ground for covering something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RedactionGround(usize);

/// What the law says of a ground: the word for it, the provision in every language, and what it is about.
struct Known {
    id: &'static str,
    citation: [&'static str; 3],
    what: [&'static str; 3],
}

impl RedactionGround {
    /// Every ground, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..KNOWN.len()).map(Self)
    }

    /// The ground with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        KNOWN.iter().position(|known| known.id == id).map(Self)
    }

    /// The word for it in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.known().id
    }

    /// The provision.
    #[must_use]
    pub fn citation(self) -> Trilingual {
        let [nb, nn, en] = self.known().citation;
        Trilingual::fixed(nb, nn, en)
    }

    /// What the provision is about.
    #[must_use]
    pub fn what(self) -> Trilingual {
        let [nb, nn, en] = self.known().what;
        Trilingual::fixed(nb, nn, en)
    }

    fn known(self) -> &'static Known {
        // Invariant: the place is one of the table, since only this module makes grounds.
        &KNOWN[self.0]
    }
}

impl fmt::Debug for RedactionGround {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

/// The grounds, as the law read on 2 July 2026 has them.
const KNOWN: [Known; 16] = [
    Known {
        id: "popplyl-16-1-a",
        citation: [
            "personopplysningsloven § 16 første ledd bokstav a",
            "personopplysningslova § 16 første ledd bokstav a",
            "Personal Data Act section 16 first paragraph (a)",
        ],
        what: [
            "utenrikspolitiske interesser, forsvar og sikkerhet",
            "utanrikspolitiske interesser, forsvar og tryggleik",
            "foreign policy, defence and national security",
        ],
    },
    Known {
        id: "popplyl-16-1-b",
        citation: [
            "personopplysningsloven § 16 første ledd bokstav b",
            "personopplysningslova § 16 første ledd bokstav b",
            "Personal Data Act section 16 first paragraph (b)",
        ],
        what: [
            "forebygging, etterforskning og rettslig forfølgning av straffbare handlinger",
            "førebygging, etterforsking og rettsleg forfølging av straffbare handlingar",
            "prevention, investigation and prosecution of crime",
        ],
    },
    Known {
        id: "popplyl-16-1-c",
        citation: [
            "personopplysningsloven § 16 første ledd bokstav c",
            "personopplysningslova § 16 første ledd bokstav c",
            "Personal Data Act section 16 first paragraph (c)",
        ],
        what: [
            "hensynet til personens egen helse eller forholdet til nærstående",
            "omsynet til helsa til personen sjølv eller forholdet til nærståande",
            "the person's own health or relations to those close to them",
        ],
    },
    Known {
        id: "popplyl-16-1-d",
        citation: [
            "personopplysningsloven § 16 første ledd bokstav d",
            "personopplysningslova § 16 første ledd bokstav d",
            "Personal Data Act section 16 first paragraph (d)",
        ],
        what: ["lovbestemt taushetsplikt", "lovfest teieplikt", "a statutory duty of confidentiality"],
    },
    Known {
        id: "popplyl-16-1-e",
        citation: [
            "personopplysningsloven § 16 første ledd bokstav e",
            "personopplysningslova § 16 første ledd bokstav e",
            "Personal Data Act section 16 first paragraph (e)",
        ],
        what: [
            "tekst til intern saksforberedelse som ikke er utlevert til andre",
            "tekst til intern saksførebuing som ikkje er utlevert til andre",
            "text prepared for internal use and not disclosed to others",
        ],
    },
    Known {
        id: "popplyl-16-1-f",
        citation: [
            "personopplysningsloven § 16 første ledd bokstav f",
            "personopplysningslova § 16 første ledd bokstav f",
            "Personal Data Act section 16 first paragraph (f)",
        ],
        what: [
            "åpenbare og grunnleggende private eller offentlige interesser",
            "openberre og grunnleggjande private eller offentlege interesser",
            "obvious and fundamental private or public interests",
        ],
    },
    Known {
        id: "popplyl-17-1",
        citation: [
            "personopplysningsloven § 17 første ledd",
            "personopplysningslova § 17 første ledd",
            "Personal Data Act section 17 first paragraph",
        ],
        what: ["arkiv, forskning og statistikk", "arkiv, forsking og statistikk", "archiving, research and statistics"],
    },
    Known {
        id: "gdpr-15-4",
        citation: [
            "personvernforordningen artikkel 15 nr. 4",
            "personvernforordninga artikkel 15 nr. 4",
            "GDPR Article 15(4)",
        ],
        what: [
            "andres rettigheter og friheter",
            "rettane og fridommane til andre",
            "the rights and freedoms of others",
        ],
    },
    Known {
        id: "fvl-13-1-1",
        citation: [
            "forvaltningsloven § 13 første ledd nr. 1",
            "forvaltningslova § 13 første ledd nr. 1",
            "Public Administration Act section 13 first paragraph no. 1",
        ],
        what: ["noens personlige forhold", "personlege forhold", "someone's personal matters"],
    },
    Known {
        id: "fvl-13-1-2",
        citation: [
            "forvaltningsloven § 13 første ledd nr. 2",
            "forvaltningslova § 13 første ledd nr. 2",
            "Public Administration Act section 13 first paragraph no. 2",
        ],
        what: ["drifts- og forretningsforhold", "drifts- og forretningsforhold", "operational and business matters"],
    },
    Known {
        id: "fvl-19-1-a",
        citation: [
            "forvaltningsloven § 19 første ledd bokstav a",
            "forvaltningslova § 19 første ledd bokstav a",
            "Public Administration Act section 19 first paragraph (a)",
        ],
        what: [
            "utenrikspolitiske interesser, forsvar og sikkerhet",
            "utanrikspolitiske interesser, forsvar og tryggleik",
            "foreign policy, defence and national security",
        ],
    },
    Known {
        id: "fvl-19-1-b",
        citation: [
            "forvaltningsloven § 19 første ledd bokstav b",
            "forvaltningslova § 19 første ledd bokstav b",
            "Public Administration Act section 19 first paragraph (b)",
        ],
        what: [
            "tekniske innretninger og forretningshemmeligheter",
            "tekniske innretningar og forretningsløyndommar",
            "technical devices and trade secrets",
        ],
    },
    Known {
        id: "fvl-19-1-c",
        citation: [
            "forvaltningsloven § 19 første ledd bokstav c",
            "forvaltningslova § 19 første ledd bokstav c",
            "Public Administration Act section 19 first paragraph (c)",
        ],
        what: [
            "forskningsideer og forskningsprosjekter",
            "forskingsidear og forskingsprosjekt",
            "research ideas and research projects",
        ],
    },
    Known {
        id: "fvl-19-1-d",
        citation: [
            "forvaltningsloven § 19 første ledd bokstav d",
            "forvaltningslova § 19 første ledd bokstav d",
            "Public Administration Act section 19 first paragraph (d)",
        ],
        what: [
            "hensynet til partens egen helse eller forholdet til nærstående",
            "omsynet til helsa til parten sjølv eller forholdet til nærståande",
            "the party's own health or relations to those close to them",
        ],
    },
    Known {
        id: "fvl-19-2-a",
        citation: [
            "forvaltningsloven § 19 andre ledd bokstav a",
            "forvaltningslova § 19 andre ledd bokstav a",
            "Public Administration Act section 19 second paragraph (a)",
        ],
        what: ["en annen persons helse", "helsa til ein annan person", "another person's health"],
    },
    Known {
        id: "fvl-19-2-b",
        citation: [
            "forvaltningsloven § 19 andre ledd bokstav b",
            "forvaltningslova § 19 andre ledd bokstav b",
            "Public Administration Act section 19 second paragraph (b)",
        ],
        what: [
            "forhold som av særlige grunner ikke bør fortelles videre",
            "forhold som av særlege grunnar ikkje bør fortelast vidare",
            "matters that for special reasons should not be passed on",
        ],
    },
];

/// A part of a page that is covered, in hundredths of a point from the upper left corner of the page as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RedactionBox {
    /// The page, from 1.
    pub page: u32,
    /// From the left edge of the page.
    pub left: u32,
    /// From the upper edge of the page.
    pub top: u32,
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// Why it is covered.
    pub ground: RedactionGround,
}

/// A redacted copy of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRedaction {
    /// The file that it is a copy of, by its number.
    pub of: u32,
    /// The copy.
    pub copy: NewFile,
    /// What is covered.
    pub boxes: Vec<RedactionBox>,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_ground_has_a_word_of_its_own_and_is_found_by_it() {
        let ids: BTreeSet<_> = RedactionGround::all().map(RedactionGround::id).collect();
        assert_eq!(ids.len(), KNOWN.len());
        for ground in RedactionGround::all() {
            assert_eq!(RedactionGround::from_id(ground.id()), Some(ground));
        }
        assert_eq!(RedactionGround::from_id("offl-13"), None);
    }
}
