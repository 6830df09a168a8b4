//! One letter with a decision for each case: § 25 decisions among other answers, each with its own reasons, rules and appeal.

use insta::assert_snapshot;
use personvernsak::casework::letter::gate::CheckId;
use personvernsak::casework::letter::input::LetterInput;
use personvernsak::casework::letter::tree::{Block, Inline};
use personvernsak::casework::letter::{Composed, LetterKind, compose};
use personvernsak::law::rights::{Outcome, Right, Track};
use personvernsak::wording::Language;

use super::gate::{failing, the_failure};
use super::samples::{case, composed, decided, erasure_in_kpr, in_language, npr, texts};
use super::situations::mixed;

/// What stands under a heading, till the next one of the same level or above.
fn under<'a>(text: &'a str, heading: &str) -> &'a str {
    let (_, rest) = text.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("no «{heading}»: {text}"));
    let level = heading.bytes().take_while(|byte| *byte == b'#').count();
    let end = (1..=level).filter_map(|level| rest.find(&format!("\n{} ", "#".repeat(level)))).min();
    &rest[..end.unwrap_or(rest.len())]
}

#[test]
fn one_letter_decides_a_section_25_claim_and_answers_another() {
    for language in Language::ALL {
        let input = mixed(language);
        let composed = composed(&input);
        assert_eq!(composed.missing, Vec::<String>::new());
        assert_eq!(failing(&input, &composed), []);
        assert_snapshot!(format!("mixed-{language}"), composed.letter.to_text());
    }
}

#[test]
fn each_case_has_its_outcome_its_reasons_and_its_rules() {
    let text = composed(&mixed(Language::Nb)).letter.to_text();
    let refused = under(&text, "## Vedtak om sletting: KPR (2026/00001-a)");
    for said in
        ["Du får ikke medhold i kravet om sletting.", "### Hvorfor vi svarer slik", "sterkt belastende", "fra de årene"]
    {
        assert!(refused.contains(said), "{said}: {refused}");
    }
    let granted = under(&text, "## Innsyn: HPR (2026/00001-b)");
    assert!(granted.contains("Du får innsyn") && granted.contains("kopi"), "{granted}");
    assert!(!granted.contains("sterkt belastende") && !refused.contains("innsyn"), "{text}");
    let rules = under(&text, "## Regler");
    let of = |heading: &str| {
        let part = under(rules, heading);
        part.lines().filter(|line| line.starts_with("- ")).collect::<Vec<_>>()
    };
    assert_eq!(
        of("### Vedtak om sletting: KPR (2026/00001-a)"),
        [
            "- helseregisterloven § 25 om retting, sletting og sperring",
            "- personvernforordningen artikkel 17 om sletting",
            "- KPR-forskriften § 4-3 om begrenset lagring",
            "- forvaltningsloven §§ 24 og 25 om begrunnelse",
            "- forvaltningsloven §§ 28 til 32 om klage",
            "- forvaltningsloven §§ 18 og 19 om å se sakens dokumenter",
        ]
    );
    assert_eq!(
        of("### Innsyn: HPR (2026/00001-b)"),
        ["- personvernforordningen artikkel 15 om innsyn"],
        "what the case rests on is taken in by the article"
    );
    assert_eq!(
        of("### For alle kravene"),
        ["- personvernforordningen artikkel 77 og 79 om klage til Datatilsynet og om domstolene"]
    );
}

#[test]
fn the_appeal_is_told_by_name_of_the_case_that_it_is_for() {
    for (language, named) in [
        (Language::Nb, "Er du uenig i vedtaket om sletting i KPR (2026/00001-a), kan du klage innen tre uker"),
        (Language::Nn, "Er du usamd i vedtaket om sletting i KPR (2026/00001-a), kan du klage innan tre veker"),
        (
            Language::En,
            "If you disagree with the decision on deletion in KPR (2026/00001-a), you can appeal within three weeks",
        ),
    ] {
        let mut input = mixed(language);
        assert!(composed(&input).letter.to_text().contains(named));
        // Two of three: both are named, and the third is not.
        let mut third = case("2026/00001-c", npr(), Right::Rectification, Track::Section25);
        third.outcome = Some(Outcome::Dismissed);
        third.reasons = input.cases[0].reasons.clone();
        input.cases.push(third);
        let letter = composed(&input);
        assert_eq!(failing(&input, &letter), []);
        let text = letter.letter.to_text();
        let or = language.pick(
            "eller vedtaket om retting i NPR",
            "eller vedtaket om retting i NPR",
            "or the decision on correction in NPR",
        );
        assert!(text.contains(&format!("KPR (2026/00001-a) {or} (2026/00001-c)")), "{text}");
    }
}

/// The letter with other words in the paragraphs that tell the time limit.
fn with_limit(mut composed: Composed, from: &str, to: &str) -> Composed {
    for block in &mut composed.letter.blocks {
        if let Block::Paragraph(words) = block
            && format!("{words:?}").contains("tre uker")
        {
            for inline in words {
                if let Inline::Text(text) = inline {
                    *text = text.replace(from, to);
                }
            }
        }
    }
    composed
}

#[test]
fn the_gate_holds_the_appeal_against_each_case() {
    let input = mixed(Language::Nb);
    let whole = || composed(&input);
    assert_eq!(failing(&input, &whole()), []);
    let failure = the_failure(&input, &with_limit(whole(), "2026/00001-a", "2026/00001-ab"));
    assert_eq!(failure.check, CheckId::Complaint);
    assert!(failure.message.nb.contains("sak 2026/00001-a"), "{}", failure.message.nb);
    let failure = the_failure(&input, &with_limit(whole(), "(2026/00001-a)", "(2026/00001-a) eller 2026/00001-b"));
    assert_eq!(failure.check, CheckId::Complaint);
    assert!(failure.message.nb.contains("sak 2026/00001-b"), "{}", failure.message.nb);
    // Made a decision after the letter was written, the other case needs its appeal too.
    let mut both = input.clone();
    both.cases[1].individual_decision = true;
    assert_eq!(failing(&both, &composed(&both)), [], "with nothing but decisions none needs to be named");
}

#[test]
fn a_letter_with_nothing_but_section_25_decisions_is_one_of_that_kind() {
    let codes = |input: &LetterInput| -> Vec<&'static str> {
        let problems = compose(texts(), input).expect_err("no letter");
        problems.iter().map(|problem| problem.kind.code()).collect()
    };
    let mut alone = mixed(Language::Nb);
    alone.cases.truncate(1);
    alone.fields.clear();
    assert_eq!(codes(&alone), ["wrong-letter-kind"]);
    let mut as_decision = mixed(Language::Nb);
    as_decision.kind = LetterKind::Section25Decision;
    assert_eq!(codes(&as_decision), ["wrong-letter-kind"]);
    for language in Language::ALL {
        let mut two =
            decided(in_language(erasure_in_kpr(LetterKind::Section25Decision), language), Outcome::PartlyGranted);
        two.cases[0].handled_by = None;
        let fields: Vec<(String, String)> =
            two.fields.iter().map(|(id, text)| (format!("{id}.a"), text.clone())).collect();
        two.fields = fields.into_iter().collect();
        let mut second = two.cases[0].clone();
        second.number = "2026/00001-b".to_owned();
        second.register = npr();
        second.outcome = Some(Outcome::Refused);
        two.cases.push(second);
        let letter = composed(&two);
        assert_eq!(letter.missing, Vec::<String>::new());
        assert_eq!(failing(&two, &letter), []);
        assert_snapshot!(format!("section-25-decision-two-cases-{language}"), letter.letter.to_text());
    }
}

#[test]
fn a_decision_that_grants_a_part_may_be_asked_to_wait_in_a_mixed_letter_too() {
    for language in Language::ALL {
        let mut input = mixed(language);
        let wait = language.pick("be oss vente", "be oss vente", "ask us to wait");
        assert!(!composed(&input).letter.to_text().contains(wait));
        // That a claim which is no enkeltvedtak is granted in part changes nothing.
        input.cases[1].outcome = Some(Outcome::PartlyGranted);
        input.fields.insert("refused.b".to_owned(), "…".to_owned());
        assert!(!composed(&input).letter.to_text().contains(wait));
        input.cases[0].outcome = Some(Outcome::PartlyGranted);
        input.fields.insert("granted.a".to_owned(), "…".to_owned());
        input.fields.insert("refused.a".to_owned(), "…".to_owned());
        let letter = composed(&input);
        assert_eq!(failing(&input, &letter), []);
        assert!(letter.letter.to_text().contains(wait));
    }
}
