//! The annex on a register: what Art. 15(1) a to h asks for, put together of what the catalogue says on the letter's date.

use crate::casework::letter::disclosure::{ControllerTold, RegisterDisclosure, Told};
use crate::casework::letter::input::LetterInput;
use crate::casework::letter::text::bind;
use crate::casework::letter::tree::{Annex, Block, EnclosedFile, Inline};
use crate::casework::letter::words::{postal_address, telephone};
use crate::law::register::Point;
use crate::wording::Language;

use super::enclosure::{What, enclosures, lie_inside};
use super::{log, rights};

/// The annexes of a letter, in the order of their numbers.
pub(super) fn annexes(input: &LetterInput) -> Vec<Annex> {
    let all = enclosures(input).into_iter().filter_map(|one| {
        let blocks = match one.what {
            What::Register(access) => register(&access.disclosure, input),
            What::Log(access) => log::blocks(access.log.as_ref()?, input.language),
            What::File(_) => return None,
        };
        Some(Annex { heading: bind(&one.heading(input)), blocks })
    });
    all.collect()
}

/// The files that lie inside the letter's own.
pub(super) fn files(input: &LetterInput) -> Vec<EnclosedFile> {
    if !lie_inside(input.send) {
        return Vec::new();
    }
    let all = enclosures(input).into_iter().filter_map(|one| {
        let What::File(file) = one.what else { return None };
        Some(EnclosedFile {
            name: file.name.clone(),
            title: file.title.clone(),
            media_type: file.media_type.to_owned(),
            bytes: file.bytes.clone(),
        })
    });
    all.collect()
}

/// What goes with the letter, as it is listed at its end.
pub(super) fn listed(input: &LetterInput) -> Vec<String> {
    enclosures(input).iter().map(|one| one.listed(input)).collect()
}

fn register(told: &RegisterDisclosure, input: &LetterInput) -> Vec<Block> {
    let language = input.language;
    let mut blocks = vec![paragraph(language.pick(
        "Her står det som gjelder på datoen i brevet, etter personvernerklæringene og reglene som er nevnt til slutt.",
        "Her står det som gjeld på datoen i brevet, etter personvernfråsegnene og reglane som er nemnde til slutt.",
        "This is what applies on the date of the letter, under the privacy notices and the rules named at the end.",
    ))];
    for point in &told.points {
        if point.facts.is_empty() {
            continue;
        }
        blocks.push(heading(point_heading(point.point).get(language)));
        match point.point {
            Point::Rights => blocks.extend(rights::blocks(&told.rights, language)),
            Point::Purposes
            | Point::Categories
            | Point::Recipients
            | Point::Retention
            | Point::Complaint
            | Point::Origin
            | Point::AutomatedDecisions => facts(&mut blocks, &point.facts, language),
        }
        if point.point == Point::Purposes && !told.legal_basis.is_empty() {
            blocks.push(heading(language.pick(
                "Det rettslige grunnlaget",
                "Det rettslege grunnlaget",
                "The legal basis",
            )));
            facts(&mut blocks, &told.legal_basis, language);
        }
    }
    blocks.push(heading(language.pick(
        "Hvem som er ansvarlig, og hvordan du når oss",
        "Kven som er ansvarleg, og korleis du når oss",
        "Who is responsible, and how to reach us",
    )));
    responsible(&mut blocks, told, input);
    blocks.push(heading(language.pick("Hvor dette står", "Kvar dette står", "Where this is written")));
    let sources = told.sources(language);
    let items = sources.iter().map(|source| vec![Block::Paragraph(quoting(source, language))]).collect();
    blocks.push(Block::List { numbered: false, items });
    blocks
}

/// A source in the letter's language. What stands in quotation marks is the heading of a Norwegian text.
fn quoting(source: &str, language: Language) -> Vec<Inline> {
    if language != Language::En {
        return vec![Inline::Text(bind(source))];
    }
    let mut words = Vec::new();
    for part in source.split_inclusive('»') {
        let (before, quoted) = part.split_at(part.find('«').unwrap_or(part.len()));
        if !before.is_empty() {
            words.push(Inline::Text(bind(before)));
        }
        if !quoted.is_empty() {
            words.push(Inline::Foreign { language: Language::Nb, text: bind(quoted) });
        }
    }
    words
}

/// Facts as a list, or as a sentence where there is one; those that a newer notice does not repeat stand by themselves.
fn facts(blocks: &mut Vec<Block>, facts: &[Told], language: Language) {
    let texts = |not_repeated: bool| -> Vec<String> {
        let own = facts.iter().filter(|told| told.not_repeated == not_repeated);
        own.map(|told| told.text.get(language).to_owned()).collect()
    };
    let (newest, older) = (texts(false), texts(true));
    some(blocks, &newest);
    if !older.is_empty() {
        blocks.push(paragraph(language.pick(
            "Dette står i en eldre personvernerklæring. Den nyeste gjentar det ikke, men sier heller ikke noe annet:",
            "Dette står i ei eldre personvernfråsegn. Den nyaste tek det ikkje opp att, men seier heller ikkje noko anna:",
            "This stands in an older privacy notice. The newest one does not repeat it, but does not say otherwise either:",
        )));
        blocks.push(list(&older));
    }
}

fn some(blocks: &mut Vec<Block>, texts: &[String]) {
    match texts {
        [] => {}
        [only] => blocks.push(paragraph(only)),
        _ => blocks.push(list(texts)),
    }
}

fn responsible(blocks: &mut Vec<Block>, told: &RegisterDisclosure, input: &LetterInput) {
    let language = input.language;
    let name = |controller: &ControllerTold| controller.names.get(language).to_owned();
    match told.controllers.as_slice() {
        [] => {}
        [only] => blocks.push(paragraph(&language.pick(
            format!("Dataansvarlig: {}.", name(only)),
            format!("Dataansvarleg: {}.", name(only)),
            format!("Controller: {}.", name(only)),
        ))),
        several if several.iter().all(|controller| controller.joint) => {
            let names: Vec<String> = several.iter().map(name).collect();
            let names = names.join(language.pick(" og ", " og ", " and "));
            blocks.push(paragraph(&language.pick(
                format!("{names} er dataansvarlige sammen."),
                format!("{names} er dataansvarlege saman."),
                format!("{names} are joint controllers."),
            )));
        }
        several => {
            blocks.push(paragraph(language.pick(
                "Kildene sier ulike ting om hvem som er dataansvarlig:",
                "Kjeldene seier ulike ting om kven som er dataansvarleg:",
                "The sources differ on who is the controller:",
            )));
            let each =
                |controller: &ControllerTold| format!("{}: {}", name(controller), controller.source.get(language));
            blocks.push(list(&several.iter().map(each).collect::<Vec<_>>()));
        }
    }
    for statement in told.administrators.iter().chain(&told.processors) {
        blocks.push(paragraph(statement.text.get(language)));
    }
    blocks.push(paragraph(&contact(input)));
}

/// How the office and its ombudsman are reached.
fn contact(input: &LetterInput) -> String {
    let (office, language) = (&input.office, input.language);
    let mut ways = Vec::new();
    if !office.address_lines.is_empty() {
        ways.push(postal_address(&office.address_lines, language));
    }
    ways.extend(
        office.telephone.iter().map(|number| {
            format!("{} {}", language.pick("telefon", "telefon", "telephone"), telephone(number, language))
        }),
    );
    ways.extend(office.web.iter().cloned());
    let name = office.names.get(language);
    let mut text = language.pick(
        format!("Du når oss slik: {name}"),
        format!("Du når oss slik: {name}"),
        format!("How to reach us: {name}"),
    );
    if !ways.is_empty() {
        text = format!("{text}, {}", ways.join(", "));
    }
    text.push('.');
    if !office.ombud_contact.is_empty() {
        let ombud = &office.ombud_contact;
        text += &language.pick(
            format!(" Personvernombudet vårt: {ombud}."),
            format!(" Personvernombodet vårt: {ombud}."),
            format!(" Our data protection officer (personvernombud): {ombud}."),
        );
    }
    text
}

fn point_heading(point: Point) -> crate::wording::Trilingual {
    use crate::wording::Trilingual;
    match point {
        Point::Purposes => Trilingual::fixed(
            "Hva opplysningene brukes til",
            "Kva opplysningane blir brukte til",
            "What the data are used for",
        ),
        Point::Categories => Trilingual::fixed(
            "Hva slags opplysninger det er",
            "Kva slags opplysningar det er",
            "What kinds of data they are",
        ),
        Point::Recipients => {
            Trilingual::fixed("Hvem som får opplysningene", "Kven som får opplysningane", "Who receives the data")
        }
        Point::Retention => Trilingual::fixed(
            "Hvor lenge opplysningene er lagret",
            "Kor lenge opplysningane er lagra",
            "How long the data are kept",
        ),
        Point::Rights => Trilingual::fixed("Rettighetene dine", "Rettane dine", "Your rights"),
        Point::Complaint => Trilingual::fixed("Du kan klage", "Du kan klage", "You can complain"),
        Point::Origin => Trilingual::fixed(
            "Hvor opplysningene kommer fra",
            "Kvar opplysningane kjem frå",
            "Where the data come from",
        ),
        Point::AutomatedDecisions => {
            Trilingual::fixed("Automatiske avgjørelser", "Automatiske avgjerder", "Automated decisions")
        }
    }
}

fn heading(text: &str) -> Block {
    Block::Heading { level: 2, text: vec![Inline::Text(bind(text))] }
}

pub(super) fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Inline::Text(bind(text))])
}

fn list(texts: &[String]) -> Block {
    Block::List { numbered: false, items: texts.iter().map(|text| vec![paragraph(text)]).collect() }
}
