//! The answer on access: several registers in one letter, what Article 15(1) asks for as annexes, the log, files, and
//! answers that come in parts.

use std::fmt::Write as _;

use insta::assert_snapshot;
use personvernsak::adapter::load;
use personvernsak::casework::letter::compose::ComposeProblemKind;
use personvernsak::casework::letter::disclosure::RegisterDisclosure;
use personvernsak::casework::letter::gate::CheckId;
use personvernsak::casework::letter::input::{
    AccessLog, CaseAccess, IdentityStatus, LetterCase, LetterInput, LetterRegister, LogEntry, OtherCase, OtherState,
    ReportFile, SendChannel,
};
use personvernsak::casework::letter::text::blocks_to_text;
use personvernsak::casework::letter::{LetterKind, compose};
use personvernsak::law::register::{Catalogue, Point, PointAnswer, Register, Statement, Validity};
use personvernsak::law::rights::{Outcome, Right, Track};
use personvernsak::law::routing::Facts;
use personvernsak::wording::{Language, Trilingual};

use super::gate::{failing, the_failure};
use super::samples::{access_to_hpr, case, composed, day, texts};

const DATED: &str = "2026-02-20";

fn catalogue() -> &'static Catalogue {
    &load::embedded().unwrap_or_else(|problems| panic!("{problems}")).catalogue
}

/// What the shipped catalogue says of a register, for Helsedirektoratet.
fn disclosure(register: &Register, on: &str) -> RegisterDisclosure {
    let loaded = load::embedded().expect("a catalogue");
    let office = loaded.offices.find("helsedirektoratet").expect("an office");
    RegisterDisclosure::of(&loaded.catalogue, office, register, &Facts::none(), day(on))
}

fn register(id: &str) -> &'static Register {
    catalogue().find(id).expect("a register")
}

fn named(register: &Register) -> LetterRegister {
    LetterRegister { id: register.id.to_string(), names: register.names.clone(), short: Some(register.short.clone()) }
}

/// A case of access that ended so.
fn access_case(number: &str, id: &str, right: Right, outcome: Outcome) -> LetterCase {
    let register = register(id);
    let track = if ["npr", "kpr"].contains(&id) { Track::RegisterAccess } else { Track::General };
    LetterCase {
        outcome: Some(outcome),
        access: Some(CaseAccess { disclosure: disclosure(register, DATED), ..CaseAccess::default() }),
        ..case(number, named(register), right, track)
    }
}

fn report(title: &str, kind: &'static str) -> ReportFile {
    let (media_type, ending) = match kind {
        "PDF" => ("application/pdf", "pdf"),
        _ => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    };
    ReportFile {
        title: title.to_owned(),
        kind,
        media_type,
        name: format!("2026-00001-a-{kind}.{ending}"),
        bytes: b"innhold".to_vec(),
    }
}

fn log(language: Language) -> AccessLog {
    let pick = |nb: &str, nn: &str, en: &str| language.pick(nb, nn, en).to_owned();
    let entry = |on: &str, at: Option<&str>, who: &str, role: String, what: String| LogEntry {
        on: day(on),
        at: at.map(|at| at.parse().expect("a time")),
        who: who.to_owned(),
        role,
        what,
        purpose: String::new(),
    };
    AccessLog {
        entries: vec![
            entry(
                "2025-03-03",
                None,
                "",
                "Folkehelseinstituttet".to_owned(),
                pick("Diagnoser 2019–2021", "Diagnosar 2019–2021", "Diagnoses 2019–2021"),
            ),
            entry(
                "2025-11-14",
                Some("08:15:00"),
                "Siri Brekke",
                pick("Saksbehandler", "Saksbehandlar", "Case officer"),
                pick("Innsynsrapport", "Innsynsrapport", "Access report"),
            ),
        ],
    }
}

fn letter(language: Language, cases: Vec<LetterCase>) -> LetterInput {
    let mut input = access_to_hpr(LetterKind::AccessAnswer, language);
    input.dated_on = day(DATED);
    input.send = SendChannel::DigitalMailbox;
    input.identity = IdentityStatus::Confirmed { method: None, on: Some(input.received_on) };
    input.cases = cases;
    input
}

/// «Everything that you hold about me»: reports from NPR and KPR, a log, HPR in words, and nothing in another register.
pub fn everything(language: Language) -> LetterInput {
    let pick = |nb: &str, nn: &str, en: &str| language.pick(nb, nn, en).to_owned();
    let mut npr = access_case("2026/00001-a", "npr", Right::Access, Outcome::Granted);
    let mut kpr = access_case("2026/00001-b", "kpr", Right::Access, Outcome::PartlyGranted);
    let mut log_case = access_case("2026/00001-c", "npr", Right::AccessLog, Outcome::Granted);
    let hpr = access_case("2026/00001-d", "hpr", Right::Access, Outcome::Granted);
    let mut nothing = access_case("2026/00001-e", "frikort", Right::Access, Outcome::NoData);
    let title = |register: &str| {
        language.pick(
            format!("Innsynsrapport fra {register}"),
            format!("Innsynsrapport frå {register}"),
            format!("Access report from {register}"),
        )
    };
    npr.access.as_mut().expect("access").files = vec![report(&title("NPR"), "PDF")];
    kpr.access.as_mut().expect("access").files = vec![report(&title("KPR"), "XLSX")];
    kpr.reasons = Some(pick(
        "Opplysningene om andre i familien din er unntatt.",
        "Opplysningane om andre i familien din er unnatekne.",
        "Data about others in your family are exempt.",
    ));
    log_case.access.as_mut().expect("access").log = Some(log(language));
    nothing.reasons = Some(pick(
        "Vi har søkt med navn og fødselsdato.",
        "Vi har søkt med namn og fødselsdato.",
        "We have searched by name and date of birth.",
    ));
    let mut input = letter(language, vec![npr, kpr, log_case, hpr, nothing]);
    let refused = pick("- Opplysninger om andre enn deg.", "- Opplysningar om andre enn deg.", "- Data about others.");
    let granted = pick(
        "Du har autorisasjon som sykepleier fra 2. juni 2012. Mer er ikke registrert.",
        "Du har autorisasjon som sjukepleiar frå 2. juni 2012. Meir er ikkje registrert.",
        "You have been authorised as a nurse since 2 June 2012. Nothing more is registered.",
    );
    input.fields.insert("refused.b".to_owned(), refused);
    input.fields.insert("granted.d".to_owned(), granted);
    input
}

#[test]
fn one_answer_for_several_registers_in_every_language() {
    for language in Language::ALL {
        let input = everything(language);
        let letter = composed(&input);
        assert_eq!(letter.missing, Vec::<String>::new(), "{language}");
        assert_eq!(failing(&input, &letter), [], "{language}");
        assert_snapshot!(format!("access-answer-{language}"), letter.letter.to_text());
    }
}

/// The same on paper, with the files beside it.
pub fn on_paper(language: Language) -> LetterInput {
    let mut input = everything(language);
    input.send = SendChannel::Letter;
    input
}

fn other(id: &str, right: Right, state: OtherState) -> OtherCase {
    OtherCase { register: named(register(id)), right, state }
}

fn later(due_on: Option<&str>) -> OtherState {
    OtherState::Later { due_on: due_on.map(day) }
}

/// The first part of an answer, and the part that completes it.
pub fn in_parts(language: Language) -> [LetterInput; 2] {
    let answered = || OtherState::Answered { letter: "2026/00001-3".to_owned(), dated_on: day("2026-02-10") };
    let mut one = access_case("2026/00001-a", "hpr", Right::Access, Outcome::Granted);
    one.access.as_mut().expect("access").files = vec![report("HPR", "PDF")];
    let mut first = letter(language, vec![one]);
    first.send = SendChannel::Letter;
    let mut last = first.clone();
    first.other_cases =
        vec![other("npr", Right::Access, later(Some("2026-03-02"))), other("kpr", Right::AccessLog, later(None))];
    last.other_cases = vec![other("npr", Right::Access, answered()), other("kpr", Right::Access, answered())];
    [first, last]
}

#[test]
fn an_answer_in_parts_says_what_comes_later_and_what_came_before() {
    for language in Language::ALL {
        let body = |input: &LetterInput| {
            let letter = composed(input).letter;
            format!("# {}\n\n{}", letter.heading, blocks_to_text(&letter.blocks))
        };
        let [first, mut last] = in_parts(language);
        assert_snapshot!(format!("access-answer-first-part-{language}"), body(&first));
        assert_snapshot!(format!("access-answer-last-part-{language}"), body(&last));
        last.other_cases.push(other("npr", Right::AccessLog, later(Some("2026-03-02"))));
        let between = body(&last);
        let complete = language.pick("alle registrene du ba om", "alle registera du bad om", "every register that you");
        assert!(!between.contains(complete), "{between}");
    }
}

/// Every register of the catalogue that somebody can answer access in, in every language.
#[test]
fn every_register_has_an_annex_with_every_point() {
    let mut table = String::new();
    for register in catalogue().registers() {
        let told = disclosure(register, DATED);
        let facts: usize = told.points.iter().map(|point| point.facts.len()).sum();
        writeln!(table, "{:<28} {:>2} facts, {} rights", register.id.to_string(), facts, told.rights.len())
            .expect("written");
        assert_eq!(told.lacking().collect::<Vec<_>>(), [], "{}", register.id);
        for language in Language::ALL {
            let mut one = access_case("2026/00001-a", register.id.as_str(), Right::Access, Outcome::Granted);
            one.access.as_mut().expect("access").files = vec![report("Rapport", "PDF")];
            let input = letter(language, vec![one]);
            let letter = composed(&input);
            assert_eq!(failing(&input, &letter), [], "{} {language}", register.id);
            let [annex] = letter.letter.annexes.as_slice() else { panic!("{} {language}", register.id) };
            let text = blocks_to_text(&annex.blocks);
            let headings = text.lines().filter(|line| line.starts_with("## ")).count();
            assert!(headings >= Point::ALL.len() + 2, "{} {language}: {text}", register.id);
            for point in &told.points {
                // The rights are told as they apply here, in words of the program's own.
                let shown = |fact: &personvernsak::casework::letter::disclosure::Told| {
                    point.point == Point::Rights || text.contains(fact.text.get(language))
                };
                assert!(point.facts.iter().all(shown), "{} {language} {:?}: {text}", register.id, point.point);
            }
        }
    }
    assert_snapshot!("annexes", table);
}

#[test]
fn a_fact_that_ended_the_day_before_is_not_told() {
    let mut register = register("npr").clone();
    let source = register.legal_basis[0].source.clone();
    let fact = |text: &'static str, from: Option<&str>, to: Option<&str>| Statement {
        text: Trilingual::fixed(text, text, text),
        source: source.clone(),
        validity: Validity::between(from.map(day), to.map(day)).expect("in order"),
        not_repeated: false,
    };
    let facts = vec![
        fact("Endte dagen før.", None, Some("2026-02-19")),
        fact("Siste dag er brevets.", None, Some("2026-02-20")),
        fact("Gjelder fra brevets dag.", Some("2026-02-20"), None),
        fact("Gjelder fra dagen etter.", Some("2026-02-21"), None),
    ];
    register.article_15.insert(Point::Purposes, PointAnswer::Filled(facts));
    let told = |on: &str| -> Vec<String> {
        let told = disclosure(&register, on);
        told.points[0].facts.iter().map(|fact| fact.text.nb.to_string()).collect()
    };
    assert_eq!(told("2026-02-19"), ["Endte dagen før.", "Siste dag er brevets."]);
    assert_eq!(told("2026-02-20"), ["Siste dag er brevets.", "Gjelder fra brevets dag."]);
    assert_eq!(told("2026-02-21"), ["Gjelder fra brevets dag.", "Gjelder fra dagen etter."]);

    // A register to which nothing is said on that day stops the letter, by name and point.
    register
        .article_15
        .insert(Point::Retention, PointAnswer::Filled(vec![fact("Endte dagen før.", None, Some("2026-02-19"))]));
    let mut one = access_case("2026/00001-a", "npr", Right::Access, Outcome::Granted);
    let access = one.access.as_mut().expect("access");
    access.files = vec![report("Rapport", "PDF")];
    access.disclosure = disclosure(&register, DATED);
    let input = letter(Language::Nb, vec![one]);
    let failure = the_failure(&input, &composed(&input));
    assert_eq!(failure.check, CheckId::Disclosure);
    assert!(failure.message.nb.contains("NPR: d (lagringstid)"), "{}", failure.message.nb);
}

#[test]
fn access_that_gives_nothing_is_stopped_and_what_a_report_leaves_out_is_a_refusal_unless_it_is_offered() {
    let mut input = letter(Language::Nb, vec![access_case("2026/00001-a", "npr", Right::Access, Outcome::Granted)]);
    let nothing = the_failure(&input, &composed(&input));
    assert_eq!((nothing.check, nothing.field.as_deref()), (CheckId::Given, Some("granted")));
    input.fields.insert("granted".to_owned(), "Du var til kontroll 4. mai 2018.".to_owned());
    assert_eq!(failing(&input, &composed(&input)), []);

    let text = composed(&input).letter.to_text();
    assert!(text.contains("viser ikke alt vi har om deg"), "{text}");
    assert!(text.contains("Administrative opplysninger om henvisninger og ventetider."), "{text}");
    input.cases[0].access.as_mut().expect("access").disclosure.left_out_remedy.clear();
    let silent = the_failure(&input, &composed(&input));
    assert_eq!((silent.check, silent.field.as_deref()), (CheckId::Given, Some("guidance")));
    assert!(silent.message.nb.contains("delvis avslag"), "{}", silent.message.nb);

    let mut offered = input.clone();
    offered.fields.insert("guidance".to_owned(), "Skriv til oss, så sender vi resten.".to_owned());
    assert_eq!(failing(&offered, &composed(&offered)), []);
    let mut partly = input.clone();
    partly.cases[0].outcome = Some(Outcome::PartlyGranted);
    partly.cases[0].reasons = Some("Resten er unntatt.".to_owned());
    partly.fields.insert("refused".to_owned(), "- Ventetider.".to_owned());
    assert_eq!(failing(&partly, &composed(&partly)), []);
    let mut everything = input;
    everything.cases[0].access.as_mut().expect("access").complete = true;
    let text = composed(&everything).letter.to_text();
    assert_eq!(failing(&everything, &composed(&everything)), []);
    assert!(!text.contains("viser ikke alt"), "{text}");
}

#[test]
fn files_lie_inside_only_where_the_letter_is_delivered_as_a_file() {
    let mut one = access_case("2026/00001-a", "hpr", Right::Access, Outcome::Granted);
    one.access.as_mut().expect("access").files = vec![report("Innsynsrapport", "PDF"), report("Tabell", "XLSX")];
    let mut input = letter(Language::Nb, vec![one]);
    let inside = composed(&input).letter;
    assert_eq!(inside.files.iter().map(|file| file.title.as_str()).collect::<Vec<_>>(), ["Innsynsrapport", "Tabell"]);
    assert_eq!(inside.attachments[1], "2. Innsynsrapport (PDF), ligger i denne PDF-filen");
    for send in [SendChannel::Letter, SendChannel::RegisteredPost, SendChannel::HandedOver] {
        input.send = send;
        let beside = composed(&input).letter;
        assert_eq!(beside.files, [], "{send:?}");
        assert_eq!(beside.attachments[2], "3. Tabell (XLSX), følger ved siden av brevet", "{send:?}");
    }
    input.send = SendChannel::Email;
    let checks = failing(&input, &composed(&input));
    assert!(checks.contains(&CheckId::Channel), "{checks:?}");
}

#[test]
fn it_is_for_access_alone() {
    let mut other = access_case("2026/00001-a", "hpr", Right::Erasure, Outcome::Granted);
    other.track = Track::General;
    let problems = compose(texts(), &letter(Language::Nb, vec![other])).expect_err("no letter");
    assert_eq!(problems[0].kind, ComposeProblemKind::WrongKind("2026/00001-a".to_owned()));
    for outcome in [Outcome::Forwarded, Outcome::Withdrawn, Outcome::Erased] {
        let case = access_case("2026/00001-a", "hpr", Right::Access, outcome);
        assert!(compose(texts(), &letter(Language::Nb, vec![case])).is_err(), "{outcome}");
    }
}
